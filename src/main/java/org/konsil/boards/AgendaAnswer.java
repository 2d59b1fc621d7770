package org.konsil.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Urgency;

/** A case on an agenda, or one that waits for a place on it, as the HTTP API writes it. */
record AgendaAnswer(
        @Schema(description = "left out where the case is not yours, or has no place yet") @Nullable
        String caseId,

        @Nullable Integer place,
        @Nullable Instant at,

        @Schema(description = "`waiting`, `now` or `done`") @Nullable
        String state,

        @Nullable String pseudonym,

        @Schema(description = "urgent cases come first, then those that wait longest") @Nullable
        String urgency,

        @Schema(description = "left out where the panel is not at work any more") @Nullable
        Prepared prepared) {

    /** @param since when the panel was convened, and so since when the case waits */
    record Prepared(
            Instant since,
            int documents,
            int opinions,
            int quorum,
            boolean hasLead,

            @Schema(description = "nothing is lacking: such cases fill the agenda")
            boolean complete) {

        static @Nullable Prepared of(Preparation.@Nullable Ready ready) {
            return ready == null
                    ? null
                    : new Prepared(
                            ready.since(),
                            ready.documents(),
                            ready.opinions(),
                            ready.quorum(),
                            ready.hasLead(),
                            ready.isComplete());
        }
    }

    static AgendaAnswer of(Turns.Turn turn) {
        var slot = turn.slot();
        var known = Optional.of(turn).filter(Turns.Turn::known);
        return new AgendaAnswer(
                known.map(it -> slot.caseId().toString()).orElse(null),
                slot.place(),
                turn.at(),
                MeetingAnswer.code(slot.state()),
                known.map(Turns.Turn::pseudonym).orElse(null),
                known.map(it -> (it.urgent() ? Urgency.URGENT : Urgency.ROUTINE).code())
                        .orElse(null),
                Prepared.of(turn.ready()));
    }

    static AgendaAnswer of(Preparation.Ready waiting) {
        var about = waiting.about();
        return new AgendaAnswer(
                about.caseId().toString(),
                null,
                null,
                null,
                about.pseudonym(),
                about.urgency().code(),
                Prepared.of(waiting));
    }
}
