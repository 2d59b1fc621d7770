package org.konsil.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a board meets. */
class RhythmTests {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void theHourStaysTheSameWhenSummerBegins() {
        var weekly = rhythm(Rhythm.Kind.WEEKLY, 1, 0, DayOfWeek.TUESDAY, "2026-03-20");

        assertThat(weekly.after(Instant.parse("2026-03-20T00:00:00Z"), 2))
                .containsExactly(Instant.parse("2026-03-24T13:00:00Z"), Instant.parse("2026-03-31T12:00:00Z"));
        assertThat(weekly.rule()).isEqualTo("FREQ=WEEKLY;INTERVAL=1;BYDAY=TU");
    }

    @Test
    void everyOtherWeekIsCountedFromTheWeekOfTheFirstDay() {
        var rhythm = rhythm(Rhythm.Kind.WEEKLY, 2, 0, DayOfWeek.MONDAY, "2026-03-04");

        assertThat(rhythm.after(Instant.parse("2026-03-04T00:00:00Z"), 2))
                .containsExactly(Instant.parse("2026-03-16T13:00:00Z"), Instant.parse("2026-03-30T12:00:00Z"));
    }

    @Test
    void theSecondTuesdayAndTheLastFridayOfAMonthAreFound() {
        assertThat(rhythm(Rhythm.Kind.MONTHLY, 1, 2, DayOfWeek.TUESDAY, "2026-01-20")
                        .after(Instant.parse("2026-01-20T00:00:00Z"), 1))
                .containsExactly(Instant.parse("2026-02-10T13:00:00Z"));
        var last = rhythm(Rhythm.Kind.MONTHLY, 3, -1, DayOfWeek.FRIDAY, "2026-01-01");
        assertThat(last.after(Instant.parse("2026-02-01T00:00:00Z"), 1))
                .containsExactly(Instant.parse("2026-04-24T12:00:00Z"));
        assertThat(last.rule()).isEqualTo("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR");
    }

    @Test
    void aBoardMeetsToTheMinute() {
        var rhythm = new Rhythm(
                Rhythm.Kind.WEEKLY,
                1,
                0,
                DayOfWeek.TUESDAY,
                LocalDate.parse("2026-03-20"),
                LocalTime.of(14, 0, 30, 5),
                BRUSSELS);

        assertThat(rhythm.time()).isEqualTo(LocalTime.of(14, 0));
    }

    @Test
    void aFifthWeekIsNoRhythm() {
        assertThatThrownBy(() -> rhythm(Rhythm.Kind.MONTHLY, 1, 5, DayOfWeek.FRIDAY, "2026-01-01"))
                .isInstanceOf(BoardRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://room.example", "javascript:alert(1)", "https://", "https://me:word@room.example", "room"
            })
    void aVideoRoomIsAnAddressThatBeginsWithHttps(String link) {
        var weekly = rhythm(Rhythm.Kind.WEEKLY, 1, 0, DayOfWeek.TUESDAY, "2026-03-20");

        assertThatThrownBy(() -> new BoardPlan(null, weekly, 8, 15, null, link, 0))
                .isInstanceOf(BoardRefused.class);
    }

    private static Rhythm rhythm(Rhythm.Kind kind, int every, int week, DayOfWeek day, String first) {
        return new Rhythm(kind, every, week, day, LocalDate.parse(first), LocalTime.of(14, 0), BRUSSELS);
    }
}
