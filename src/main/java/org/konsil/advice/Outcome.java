package org.konsil.advice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * One version of a panel's outcome.
 *
 * @param diagnosis code of the disease (ORPHA, OMIM or MONDO), empty if the panel reached none
 * @param certainty confirmed, likely, possible or undiagnosed
 * @param followUp when follow-up reports are wanted, in months after delivery
 */
public record Outcome(
        UUID id,
        CaseId caseId,
        int version,
        State state,
        String summary,
        String diagnosis,
        String certainty,
        List<Recommendation> recommendations,
        boolean travelNeeded,
        String treatmentPlace,
        List<Integer> followUp,
        String followUpNote,
        String lead,
        List<Signature> signatures,
        Instant draftedAt,
        @Nullable Instant closedAt) {

    /** Where an outcome stands. */
    public enum State {
        DRAFT,
        SIGNING,
        SIGNED,
        /** A conflict of interest was found after the draft: it must not be relied on. */
        SUPERSEDED
    }

    public Outcome {
        recommendations = List.copyOf(recommendations);
        followUp = List.copyOf(followUp);
        signatures = List.copyOf(signatures);
    }

    /** Was signed, whatever became of it since. */
    public boolean isClosed() {
        return closedAt != null;
    }

    /** Those who said so, in the order of asking. */
    public List<Signature> with(Signature.State wanted) {
        return signatures.stream().filter(it -> it.state() == wanted).toList();
    }
}
