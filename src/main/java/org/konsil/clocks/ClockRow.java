package org.konsil.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/** A clock as it stands in its table. */
record ClockRow(
        String id,
        CaseId caseId,
        String step,
        String state,
        @Nullable Instant due,
        @Nullable Instant stoppedAt) {

    static ClockRow read(ResultSet row) throws SQLException {
        return new ClockRow(
                row.getString("id"),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("step"),
                row.getString("state"),
                instant(row, "due_at"),
                instant(row, "stopped_at"));
    }

    boolean isIn(String other) {
        return state.equals(other);
    }

    @Nullable
    Instant dueAfterStandstillUntil(Instant now) {
        return due == null || stoppedAt == null ? due : due.plus(Duration.between(stoppedAt, now));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
