package org.konsil.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

class ShiftTests {

    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00.123456789Z");

    private final JdbcClient jdbc = JdbcClient.create(new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .addScript("db/migration/V12__time_shift.sql")
            .build());
    private StoredShift shift;
    private Clock clock;

    @BeforeEach
    void start() {
        shift = new StoredShift(jdbc, true);
        clock = new ShiftedClock(Clock.fixed(NOW, ZoneOffset.UTC), shift::offset);
    }

    @Test
    void theClockShowsWholeMicroseconds() {
        assertThat(clock.instant()).isEqualTo(NOW.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void itMovesForwardAndStaysThereAfterARestart() {
        shift.advance(Duration.ofDays(40));
        shift.advance(Duration.ofHours(1));

        assertThat(clock.instant())
                .isEqualTo(
                        NOW.plus(Duration.ofDays(40)).plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS));
        assertThat(new StoredShift(jdbc, true).offset()).isEqualTo(shift.offset());
    }

    @Test
    void itNeverMovesBackAndNotAtAllInProduction() {
        assertThatThrownBy(() -> shift.advance(Duration.ofDays(-1))).isInstanceOf(ClockFixed.class);
        assertThatThrownBy(() -> shift.advance(Duration.ZERO)).isInstanceOf(ClockFixed.class);

        var production = new StoredShift(jdbc, false);
        assertThatThrownBy(() -> production.advance(Duration.ofDays(1))).isInstanceOf(ClockFixed.class);
        assertThat(production.offset()).isZero();
    }
}
