package org.konsil.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/** A clock as it stands in its table. */
record ClockRow(
        String id,
        CaseId caseId,
        Standing.Level level,
        String step,
        String form,
        String address,
        String network,
        String state,
        Instant startedAt,
        @Nullable Instant fixedDue,
        @Nullable Instant goal,
        @Nullable Instant due,
        @Nullable Instant next,
        int plan,
        Instant plannedAt,
        String ruleRow,
        String ruleVersion) {

    static ClockRow read(ResultSet row) throws SQLException {
        var started = row.getObject("started_at", OffsetDateTime.class).toInstant();
        var planned = instant(row, "planned_at");
        return new ClockRow(
                row.getString("id"),
                new CaseId(row.getObject("case_id", UUID.class)),
                Standing.Level.valueOf(row.getString("level")),
                row.getString("step"),
                row.getString("form"),
                row.getString("address"),
                row.getString("network"),
                row.getString("state"),
                started,
                instant(row, "fixed_due"),
                instant(row, "goal_at"),
                instant(row, "due_at"),
                instant(row, "next_at"),
                row.getInt("plan"),
                planned == null ? started : planned,
                row.getString("rule_row"),
                row.getString("rule_version"));
    }

    boolean isIn(String other) {
        return state.equals(other);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    ClockRow in(String otherNetwork) {
        return new ClockRow(
                id,
                caseId,
                level,
                step,
                form,
                address,
                otherNetwork,
                state,
                startedAt,
                fixedDue,
                goal,
                due,
                next,
                plan,
                plannedAt,
                ruleRow,
                ruleVersion);
    }

    ClockRow as(String otherState, @Nullable Instant otherNext) {
        return new ClockRow(
                id,
                caseId,
                level,
                step,
                form,
                address,
                network,
                otherState,
                startedAt,
                fixedDue,
                goal,
                due,
                otherNext,
                plan,
                plannedAt,
                ruleRow,
                ruleVersion);
    }

    ClockRow dated(@Nullable Instant otherGoal, @Nullable Instant otherDue, @Nullable Instant otherNext) {
        return new ClockRow(
                id,
                caseId,
                level,
                step,
                form,
                address,
                network,
                state,
                startedAt,
                fixedDue,
                otherGoal,
                otherDue,
                otherNext,
                plan,
                plannedAt,
                ruleRow,
                ruleVersion);
    }

    /** With the dates of its first plan. */
    ClockRow planned(Planner.Plan by) {
        var first = by.marks().isEmpty() ? null : by.marks().getFirst().at();
        return by(by).dated(by.goal(), by.due(), first);
    }

    ClockRow by(Planner.Plan by) {
        return new ClockRow(
                id,
                caseId,
                level,
                step,
                form,
                address,
                network,
                state,
                startedAt,
                fixedDue,
                goal,
                due,
                next,
                plan,
                plannedAt,
                by.rule() == null ? "" : by.rule().row(),
                by.version());
    }

    /** Another plan: what was reached by the one before counts no more, and it runs if it had run out. */
    ClockRow anew(Instant now) {
        return new ClockRow(
                id,
                caseId,
                level,
                step,
                form,
                address,
                network,
                isIn("DUE") ? "RUNNING" : state,
                startedAt,
                fixedDue,
                goal,
                due,
                next,
                plan + 1,
                now,
                ruleRow,
                ruleVersion);
    }
}
