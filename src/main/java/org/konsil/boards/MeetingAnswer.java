package org.konsil.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as the HTTP API writes it. */
record MeetingAnswer(
        UUID id,
        UUID board,
        String network,

        @Schema(description = "`poll`, `fixed`, `running`, `over` or `canceled`")
        String state,

        @Schema(description = "while people are asked when they can come, the first of the moments")
        Instant startsAt,

        Instant endsAt,
        int slots,
        int slotMinutes,
        @Nullable String place,
        @Nullable String videoLink,

        @Schema(description = "of the calendar entry: grows with each change")
        int sequence) {

    static MeetingAnswer of(Meeting meeting) {
        return new MeetingAnswer(
                meeting.id(),
                meeting.boardId(),
                meeting.network().value(),
                code(meeting.state()),
                meeting.startsAt(),
                meeting.startsAt().plus(meeting.length()),
                meeting.slots(),
                meeting.slotMinutes(),
                meeting.place(),
                meeting.videoLink(),
                meeting.sequence());
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
