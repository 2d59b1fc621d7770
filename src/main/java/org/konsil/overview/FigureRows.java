package org.konsil.overview;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts work that was done, and clocks. Nothing of a case is read but its stage, network, country and dates. */
@Repository
class FigureRows {

    private static final int MOST_TIMES = 20_000;

    private final JdbcClient jdbc;

    FigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Days that one case spent in a stage. */
    record Stay(String stage, double days) {}

    long arrived(Scope scope, Instant since) {
        return one(asked("SELECT count(*) FROM work_item i WHERE i.created_at >= :since AND " + ofWork(scope), scope)
                .param("since", time(since)));
    }

    long done(Scope scope, Instant since) {
        return one(asked(
                        "SELECT count(*) FROM work_item i WHERE i.state = 'DONE' AND i.closed_at >= :since AND "
                                + ofWork(scope),
                        scope)
                .param("since", time(since)));
    }

    /** How much of the work that had a date was done too late, since then; 0 to 1. */
    double lateShare(Scope scope, Instant since) {
        return asked(
                        "SELECT count(*) AS many, COALESCE(sum(CASE WHEN i.closed_at > i.due THEN 1 ELSE 0 END), 0) AS late"
                                + " FROM work_item i WHERE i.state = 'DONE' AND i.due IS NOT NULL AND i.closed_at >= :since AND "
                                + ofWork(scope),
                        scope)
                .param("since", time(since))
                .query((row, number) ->
                        row.getLong("many") == 0 ? 0 : (double) row.getLong("late") / row.getLong("many"))
                .single();
    }

    /** Stages that ended since then, of the cases of the scope; the newest first. */
    Map<String, List<Double>> stays(Scope scope, Instant since) {
        var stays = new TreeMap<String, List<Double>>();
        asked(
                        "SELECT c.step, c.started_at, c.ended_at FROM clock c JOIN case_file i ON i.id = c.case_id"
                                + " WHERE c.level = 'STAGE' AND c.ended_at >= :since AND " + scope.condition()
                                + " ORDER BY c.ended_at DESC FETCH FIRST " + MOST_TIMES + " ROWS ONLY",
                        scope)
                .param("since", time(since))
                .query((row, number) -> new Stay(
                        row.getString("step").replaceFirst("^stage-", ""),
                        row.getObject("started_at", OffsetDateTime.class)
                                        .until(row.getObject("ended_at", OffsetDateTime.class), ChronoUnit.SECONDS)
                                / 86_400.0))
                .list()
                .forEach(stay -> stays.computeIfAbsent(stay.stage(), it -> new java.util.ArrayList<>())
                        .add(stay.days()));
        return stays;
    }

    private static String ofWork(Scope scope) {
        return scope.condition() + (scope.stage().isEmpty() ? "" : " AND i.stage = :stage");
    }

    private JdbcClient.StatementSpec asked(String sql, Scope scope) {
        return jdbc.sql(sql)
                .param("scope", scope.id())
                .param("stage", scope.stage().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static long one(JdbcClient.StatementSpec statement) {
        return statement.query(Long.class).single();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
