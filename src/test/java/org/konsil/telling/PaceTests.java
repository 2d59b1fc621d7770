package org.konsil.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final Instant TUESDAY_NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant MONDAY_AT_FOUR = Instant.parse("2026-03-02T04:00:00Z");

    @Test
    void whoWantsNoMailGetsNone() {
        assertThat(Pace.NONE.next(TUESDAY_NOON, 5)).isNull();
        assertThat(Pace.AT_ONCE.next(TUESDAY_NOON, 5)).isEqualTo(TUESDAY_NOON);
    }

    @Test
    void aDailyDigestIsWrittenAtTheNextHourOfDigests() {
        assertThat(Pace.DAILY.next(TUESDAY_NOON, 5)).isEqualTo("2026-03-04T05:00:00Z");
        assertThat(Pace.DAILY.next(MONDAY_AT_FOUR, 5)).isEqualTo("2026-03-02T05:00:00Z");
    }

    @Test
    void aWeeklyDigestIsWrittenOnMonday() {
        assertThat(Pace.WEEKLY.next(TUESDAY_NOON, 5)).isEqualTo("2026-03-09T05:00:00Z");
        assertThat(Pace.WEEKLY.next(MONDAY_AT_FOUR, 5)).isEqualTo("2026-03-02T05:00:00Z");
        assertThat(Pace.WEEKLY.next(Instant.parse("2026-03-02T05:00:00Z"), 5)).isEqualTo("2026-03-09T05:00:00Z");
    }
}
