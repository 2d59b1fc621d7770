package org.konsil.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/**
 * One version of a case's consent, as recorded.
 *
 * @param version counts from 1; only the newest counts
 * @param given false if consent was declined
 * @param scopes those that the document agrees to, with what became of them
 */
public record Consent(
        UUID id,
        CaseId caseId,
        int version,
        boolean given,
        Map<Scope, State> scopes,
        Recipients recipients,
        Signed signed,
        Document document,
        Actor recordedBy,
        Instant recordedAt) {

    /** What became of a scope. */
    public record State(boolean holds, Instant since) {}

    public Consent {
        scopes = Map.copyOf(scopes);
    }

    public boolean holds(Scope scope, LocalDate day) {
        var state = scopes.get(scope);
        return given && state != null && state.holds() && document.holdsOn(day);
    }

    /** Whether one of the scopes without which nothing is shared was withdrawn. */
    public boolean isCareWithdrawn() {
        return scopes.entrySet().stream()
                .anyMatch(it -> it.getKey().isCare() && !it.getValue().holds());
    }
}
