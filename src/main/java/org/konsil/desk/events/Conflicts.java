package org.konsil.desk.events;

import java.util.Map;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Stage;
import org.konsil.panel.Panels;
import org.konsil.process.Outbox;
import org.konsil.referral.NewRounds;
import org.springframework.stereotype.Component;

/**
 * A conflict of interest that is found late. Before a draft the opinion is taken out; a draft or an advice just delivered is superseded and
 * worked out anew; where the patient is treated by it already, the home clinician decides.
 */
@Component
class Conflicts {

    private final Panels panels;
    private final NewRounds rounds;
    private final Outbox outbox;

    Conflicts(Panels panels, NewRounds rounds, Outbox outbox) {
        this.panels = panels;
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
        }
    }
}
