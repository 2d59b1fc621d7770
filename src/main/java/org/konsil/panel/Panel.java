package org.konsil.panel;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;

/**
 * The experts who were asked about a case, and what they are asked for.
 *
 * @param quorum how many have to take part, by the rule {@code panel-quorum} when the panel was convened
 * @param language ISO 639-1
 * @param clockId the clock of the assessment, once it runs
 * @param leadGone the lead dropped out and no other has been appointed yet
 */
public record Panel(
        UUID id,
        CaseId caseId,
        NetworkId network,
        String lead,
        int quorum,
        LocalDate opinionDue,
        String language,
        State state,
        @Nullable String clockId,
        boolean leadGone) {

    /** Where a panel stands. */
    public enum State {
        /** Invitations are out. */
        INVITING,
        /** Too few can take part; the coordinator was told. */
        SHORT,
        /** The quorum has accepted; the discussion is open. */
        READY,
        /** Its part is over. */
        CLOSED
    }

    /** Its part in the case is over. */
    public boolean isOver() {
        return state == State.CLOSED;
    }

    /** Another can be appointed in the lead's place. */
    public boolean canLoseLead() {
        return !isOver() && !leadGone;
    }

    boolean isInviting() {
        return state == State.INVITING || state == State.SHORT;
    }
}
