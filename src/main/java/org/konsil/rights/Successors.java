package org.konsil.rights;

import java.util.List;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.ProviderChanged;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.WorkOffered;
import org.konsil.vault.Controller;
import org.konsil.worklist.CopyWork;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the patient asked of the home provider binds whoever is home provider now (GDPR Art. 4(7), 12(3)): its data protection
 * officer answers. A process that began under the former one may go on to name that one's; so each task is looked at as it comes up.
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
        give(changed.caseId(), changed.by());
    }

    @EventListener
    void on(WorkOffered offered) {
        var isForDpo = offered.candidates().stream().anyMatch(name -> name.startsWith("dpo:"));
        if (isForDpo && !parts.of(offered.caseId()).isEmpty()) {
            rounds.hold(List.of(offered.caseId()));
            give(offered.caseId(), Actor.SYSTEM);
        }
    }

    private void give(CaseId caseId, Actor by) {
        controllers.handler(cases.summary(caseId), Controller.HOME).ifPresent(dpo -> {
            parts.giveTo(caseId, Controller.HOME, dpo);
            work.giveTo(caseId, dpo, by);
        });
    }
}
