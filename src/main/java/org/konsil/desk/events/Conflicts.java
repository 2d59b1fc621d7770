package org.konsil.desk.events;

import java.util.Map;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Stage;
import org.konsil.panel.Panel;
import org.konsil.panel.Panels;
import org.konsil.panel.Replacements;
import org.konsil.process.Outbox;
import org.konsil.referral.NewRounds;
import org.konsil.worklist.Recall;
import org.springframework.stereotype.Component;

/**
 * A conflict of interest that is found late. Before a draft the opinion is taken out, and another lead appointed in the place of one who has it; a draft or an advice just delivered is superseded and
 * worked out anew; where the patient is treated by it already, the home clinician decides.
 */
@Component
class Conflicts {

    private final Panels panels;
    private final NewRounds rounds;
    private final Outbox outbox;
    private final Replacements replacements;
    private final Recall work;

    Conflicts(Panels panels, NewRounds rounds, Outbox outbox, Replacements replacements, Recall work) {
        this.panels = panels;
        this.replacements = replacements;
        this.work = work;
        this.rounds = rounds;
        this.outbox = outbox;
    }

    void found(CaseSummary about, String expert, Actor by) {
        var caseId = about.caseId();
        panels.conflictFound(caseId, expert, by);
        if (about.stage() == Stage.OUTCOME || about.stage() == Stage.DELIVER) {
            rounds.supersede(caseId, by);
        } else if (about.stage() == Stage.ABROAD || about.stage() == Stage.FOLLOW_UP) {
            outbox.publish(caseId, "aftercare-superseded", caseId.toString(), Map.of());
        } else if (panels.of(caseId).filter(panel -> leads(panel, expert)).isPresent()) {
            replacements.dropOut(caseId, expert, by);
            work.fromPerson(caseId, expert, by);
        }
    }

    private static boolean leads(Panel panel, String member) {
        return panel.canLoseLead() && panel.lead().equals(member);
    }
}
