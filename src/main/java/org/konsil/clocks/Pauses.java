package org.konsil.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When clocks stood still. */
@Repository
class Pauses {

    private final JdbcClient jdbc;

    Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Course.Pause> of(String clockId) {
        return jdbc.sql("SELECT stopped_at, resumed_at FROM clock_pause WHERE clock_id = ? ORDER BY stopped_at")
                .param(clockId)
                .query((row, index) -> new Course.Pause(
                        Objects.requireNonNull(ClockRow.instant(row, "stopped_at")),
                        ClockRow.instant(row, "resumed_at")))
                .list();
    }

    void begin(String clockId, Instant now) {
        jdbc.sql("INSERT INTO clock_pause (clock_id, stopped_at) VALUES (?, ?)")
                .params(clockId, ClockRows.time(now))
                .update();
    }

    void end(String clockId, Instant now) {
        jdbc.sql("UPDATE clock_pause SET resumed_at = ? WHERE clock_id = ? AND resumed_at IS NULL")
                .params(ClockRows.time(now), clockId)
                .update();
    }
}
