package org.konsil.indicators;

import org.konsil.advice.Outcome;
import org.konsil.advice.Outcomes;
import org.konsil.casefile.CaseFiles;
import org.konsil.followup.FollowUps;
import org.konsil.followup.Planned;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.springframework.stereotype.Component;

/** What the history does not say because it is personal: looked up, counted, and not kept. */
@Component
class Facts {

    private final CaseFiles cases;
    private final Outcomes outcomes;
    private final FollowUps followUps;

    Facts(CaseFiles cases, Outcomes outcomes, FollowUps followUps) {
        this.cases = cases;
        this.outcomes = outcomes;
        this.followUps = followUps;
    }

    /** @param fact orpha-code or implemented; what was erased has neither */
    boolean holds(CaseId caseId, String fact) {
        try {
            return fact.equals("orpha-code") ? hasOrphaCode(caseId) : isImplemented(caseId);
        } catch (ContentErased e) {
            return false;
        }
    }

    private boolean hasOrphaCode(CaseId caseId) {
        var advised = outcomes.of(caseId).map(Outcome::diagnosis).orElse("");
        var registered = cases.clinical(caseId).path("diseases").findValuesAsText("code");
        return advised.startsWith("ORPHA") || registered.stream().anyMatch(code -> code.startsWith("ORPHA"));
    }

    private boolean isImplemented(CaseId caseId) {
        return followUps.of(caseId).stream()
                .map(Planned::implemented)
                .anyMatch(said -> "yes".equals(said) || "partly".equals(said));
    }
}
