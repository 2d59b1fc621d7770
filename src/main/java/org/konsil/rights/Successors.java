package org.konsil.rights;

import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.NetworkChosen;
import org.konsil.casefile.ProviderChanged;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.WorkOffered;
import org.konsil.vault.Controller;
import org.konsil.worklist.CopyWork;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the patient asked of a controller binds whoever is that controller now (GDPR Art. 4(7), 12(3)): the home provider's data protection
 * officer answers, or the network's coordinator. A process that began under a former one may go on to name that one's; so each task is
 * looked at as it comes up.
 */
@Component
class Successors {

    private final PartRows parts;
    private final Controllers controllers;
    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final CopyWork work;

    Successors(PartRows parts, Controllers controllers, CaseFiles cases, CaseRounds rounds, CopyWork work) {
        this.parts = parts;
        this.controllers = controllers;
        this.cases = cases;
        this.rounds = rounds;
        this.work = work;
    }

    @EventListener
    void on(ProviderChanged changed) {
        give(changed.caseId(), Controller.HOME, changed.by());
    }

    @EventListener
    void on(NetworkChosen chosen) {
        give(chosen.caseId(), Controller.NETWORK, chosen.by());
    }

    @EventListener
    void on(WorkOffered offered) {
        var open = parts.of(offered.caseId());
        for (var controller : Controller.values()) {
            if (open.stream().anyMatch(part -> part.controller() == controller) && isFor(controller, offered)) {
                give(offered.caseId(), controller, Actor.SYSTEM);
            }
        }
    }

    private boolean isFor(Controller controller, WorkOffered offered) {
        return controllers.handler(cases.summary(offered.caseId()), controller).stream()
                .map(handler -> handler.role() + ":")
                .anyMatch(role -> offered.candidates().stream().anyMatch(name -> name.startsWith(role)));
    }

    private void give(CaseId caseId, Controller controller, Actor by) {
        rounds.hold(caseId);
        controllers.handler(cases.summary(caseId), controller).ifPresent(handler -> {
            parts.giveTo(caseId, controller, handler);
            work.giveTo(caseId, handler, by);
        });
    }
}
