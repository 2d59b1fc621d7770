package org.konsil.referral;

import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.casefile.Cause;
import org.konsil.casefile.Round;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.Stage;
import org.konsil.panel.Panels;
import org.konsil.worklist.CopyWork;
import org.konsil.worklist.Recall;
import org.springframework.stereotype.Component;

/** Ends what belongs to the round before: its open work, its panel, the access of those who no longer have the case. Twice is once. */
@Component
class FormerParts {

    private final Recall recall;
    private final CopyWork work;
    private final Panels panels;
    private final Grants grants;

    FormerParts(Recall recall, CopyWork work, Panels panels, Grants grants) {
        this.recall = recall;
        this.work = work;
        this.panels = panels;
        this.grants = grants;
    }

    /** @param provider that has the case from now on */
    void end(CaseId caseId, Round round, String provider, Actor by) {
        if (round.cause() == Cause.SUPERSEDED && round.left() == Stage.OUTCOME) {
            recall.ofDraft(caseId, by);
            return;
        }
        recall.ofRound(caseId, by);
        if (round.cause() == Cause.SUPERSEDED) {
            panels.end(caseId);
            return;
        }
        if (isBeforeDelivery(round) || round.cause() != Cause.PROVIDER_CHANGED) {
            panels.end(caseId);
            grants.revokeAll(caseId, As.NETWORK);
            grants.revokeAll(caseId, As.PANEL);
        }
        if (round.cause() == Cause.PROVIDER_CHANGED) {
            grants.revokeAll(caseId, As.DOMESTIC);
            grants.revokeAll(caseId, As.FUNDING);
            moveHome(caseId, provider);
            work.giveTo(caseId, new Group("clinician", provider), by);
        }
    }

    private void moveHome(CaseId caseId, String provider) {
        grants.held(caseId).stream().filter(it -> it.as() == As.HOME).forEach(it -> grants.revoke(caseId, it));
        grants.toHome(caseId, new Group("clinician", provider));
        grants.toHome(caseId, new Group("dpo", provider));
    }

    private static boolean isBeforeDelivery(Round round) {
        return round.left().compareTo(Stage.DELIVER) < 0;
    }
}
