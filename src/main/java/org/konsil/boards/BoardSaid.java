package org.konsil.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.directory.Zones;

/** A board as the HTTP API takes it, opened or changed. */
sealed interface BoardSaid {

    /** To be opened. */
    record Opened(
            @Schema(description = "your own name for it; the same twice is once") @NotNull
            UUID id,

            @NotNull @Pattern(regexp = "[a-z0-9-]{2,40}") String network,
            @NotNull @Pattern(regexp = RHYTHMS) String rhythm,

            @Schema(description = EVERY) @Min(1) @Max(12) int every,

            @Schema(description = WEEKS) @Nullable Integer weekOfMonth,

            @NotNull @Pattern(regexp = WEEKDAYS) String weekday,
            @NotNull LocalDate firstDay,

            @Schema(description = HOUR, example = "14:00") @NotNull
            LocalTime time,

            @Schema(description = ZONE) @Nullable @Size(max = 60)
            String zone,

            int slots,
            int slotMinutes,
            @Nullable @Size(max = 80) String name,
            @Nullable @Size(max = 200) String place,
            @Nullable @Size(max = 500) String videoLink,

            @Schema(description = FILLS) @Nullable @Min(0) @Max(60)
            Integer fillDays)
            implements BoardSaid {}

    /** To be changed: as it is from now on. */
    record Changed(
            @Schema(description = "that you read; 409 if the board was changed since") @NotNull
            Integer version,

            @NotNull @Pattern(regexp = RHYTHMS) String rhythm,

            @Schema(description = EVERY) @Min(1) @Max(12) int every,

            @Schema(description = WEEKS) @Nullable Integer weekOfMonth,

            @NotNull @Pattern(regexp = WEEKDAYS) String weekday,
            @NotNull LocalDate firstDay,

            @Schema(description = HOUR, example = "14:00") @NotNull
            LocalTime time,

            @Schema(description = ZONE) @Nullable @Size(max = 60)
            String zone,

            int slots,
            int slotMinutes,
            @Nullable @Size(max = 80) String name,
            @Nullable @Size(max = 200) String place,
            @Nullable @Size(max = 500) String videoLink,

            @Schema(description = FILLS) @Nullable @Min(0) @Max(60)
            Integer fillDays)
            implements BoardSaid {}

    String RHYTHMS = "weekly|monthly";
    String WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    String EVERY = "weeks or months: 1 for each, 2 for every other";
    String WEEKS = "of a monthly board: 1 to 4, or -1 for the last";
    String HOUR = "as the clock shows in its zone, in summer as in winter; seconds are cut off";
    String ZONE = "IANA name of the board's time zone; that of Brussels if it is left out";
    String FILLS = "so many days before a session its agenda begins to fill itself; 0, or left out, is never";

    String rhythm();

    int every();

    @Nullable
    Integer weekOfMonth();

    String weekday();

    LocalDate firstDay();

    LocalTime time();

    @Nullable
    String zone();

    int slots();

    int slotMinutes();

    @Nullable
    String name();

    @Nullable
    String place();

    @Nullable
    String videoLink();

    @Nullable
    Integer fillDays();

    /** @throws BoardRefused unless it makes sense */
    default BoardPlan plan() {
        var kind = Rhythm.Kind.valueOf(rhythm().toUpperCase(Locale.ROOT));
        var day = DayOfWeek.valueOf(weekday().toUpperCase(Locale.ROOT));
        var week = weekOfMonth();
        var known = kind == Rhythm.Kind.MONTHLY && week != null ? week : 0;
        var fills = fillDays();
        return new BoardPlan(
                name(),
                new Rhythm(kind, every(), known, day, firstDay(), time(), zone(zone())),
                slots(),
                slotMinutes(),
                place(),
                videoLink(),
                fills == null ? 0 : fills);
    }

    private static ZoneId zone(@Nullable String named) {
        try {
            return named == null ? Zones.EUROPE : ZoneId.of(named);
        } catch (DateTimeException e) {
            throw BoardRefused.noRhythm();
        }
    }
}
