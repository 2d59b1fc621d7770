package org.konsil.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A board as the HTTP API writes it. */
record BoardAnswer(
        UUID id,
        String network,

        @Schema(description = "grows with each change") int version,

        @Nullable String name,

        @Schema(description = "as in RFC 5545", example = "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU")
        String rule,

        @Schema(description = "`weekly` or `monthly`") String rhythm,

        int every,

        @Schema(description = "of a monthly board: 1 to 4, or -1 for the last; else 0")
        int weekOfMonth,

        String weekday,
        LocalDate firstDay,
        LocalTime time,
        String zone,
        int slots,
        int slotMinutes,
        @Nullable String place,
        @Nullable String videoLink,

        @Schema(description = "so many days before a session its agenda begins to fill itself; 0 is never")
        int fillDays,

        @Schema(description = "the next moments by its rhythm, planned or not")
        List<Instant> next) {

    private static final int NEXT = 3;

    static BoardAnswer of(Board board, Instant now) {
        var plan = board.plan();
        var rhythm = plan.rhythm();
        return new BoardAnswer(
                board.id(),
                board.network().value(),
                board.version(),
                plan.name(),
                rhythm.rule(),
                MeetingAnswer.code(rhythm.kind()),
                rhythm.every(),
                rhythm.weekOfMonth(),
                MeetingAnswer.code(rhythm.weekday()),
                rhythm.firstDay(),
                rhythm.time(),
                rhythm.zone().getId(),
                plan.slots(),
                plan.slotMinutes(),
                plan.place(),
                plan.videoLink(),
                plan.fillDays(),
                rhythm.after(now, NEXT));
    }
}
