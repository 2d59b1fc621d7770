package org.konsil.indicators;

import org.konsil.access.UnknownCase;
import org.konsil.advice.Outcome;
import org.konsil.advice.Outcomes;
import org.konsil.casefile.CaseFiles;
import org.konsil.followup.FollowUps;
import org.konsil.followup.Planned;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.KeyEnding;
import org.konsil.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the history does not say because it is personal: looked up while it can be read; what is erased counts as it did until then. */
@Component
class Facts {

    private final CaseFiles cases;
    private final Outcomes outcomes;
    private final FollowUps followUps;
    private final Vault vault;
    private final KeptFacts kept;

    Facts(CaseFiles cases, Outcomes outcomes, FollowUps followUps, Vault vault, KeptFacts kept) {
        this.cases = cases;
        this.outcomes = outcomes;
        this.followUps = followUps;
        this.vault = vault;
        this.kept = kept;
    }

    /** @param fact orpha-code or implemented */
    boolean holds(CaseId caseId, String fact) {
        return isReadable(caseId, fact)
                ? isSo(caseId, fact)
                : kept.of(caseId, fact).orElse(false);
    }

    /** An erasure does not change what was counted. */
    @EventListener
    void on(KeyEnding ending) {
        for (var fact : Definition.KNOWN_FACTS) {
            if (isReadable(ending.caseId(), fact)) {
                kept.keep(ending.caseId(), fact, isSo(ending.caseId(), fact));
            }
        }
    }

    /** The reports of follow-up are the home provider's; diagnoses are both in its record and in the network's advice. */
    private boolean isReadable(CaseId caseId, String fact) {
        return !vault.isDestroyed(caseId, Controller.HOME)
                && (!fact.equals("orpha-code") || !vault.isDestroyed(caseId, Controller.NETWORK));
    }

    private boolean isSo(CaseId caseId, String fact) {
        try {
            return fact.equals("orpha-code") ? hasOrphaCode(caseId) : isImplemented(caseId);
        } catch (ContentErased | UnknownCase nothingToCount) {
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
