package org.konsil.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ShiftedClockTests {

    private static final Instant LATE = Instant.parse("2026-11-23T22:37:00Z");

    private final Clock clock = new ShiftedClock(Clock.fixed(LATE, ZoneOffset.UTC), () -> Duration.ofHours(1));

    @Test
    void itIsAlreadyTomorrowFurtherEast() {
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(LocalDate.now(clock.withZone(ZoneId.of("Europe/Stockholm")))).isEqualTo(LocalDate.of(2026, 11, 24));
    }
}
