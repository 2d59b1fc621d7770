package org.konsil.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.konsil.kernel.Days;
import org.konsil.kernel.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Has the store count work, so that no number depends on how much of it there is. */
@Repository
class CountRows {

    /** What has to be selected of work that is to be counted. */
    static final String COLUMNS =
            "e.task_key, e.stage, e.network, e.country, e.assignee, e.created_at, e.due_order, e.stopped";

    private static final String LATE = "w.stopped = FALSE AND w.due_order <= :now";

    private final JdbcClient jdbc;

    CountRows(DataSource database) {
        this.jdbc = JdbcClient.create(new FreshPlans(database));
    }

    /** @param work a select of {@link #COLUMNS}, each task once; {@code parameters}: its own */
    CountedWork of(String work, Map<String, Object> parameters, CountedWork.Asked asked) {
        var all = new HashMap<>(parameters);
        all.put("now", utc(asked.now()));
        return new CountedWork(
                portions(work, all, asked), asked.hands() ? hands(work, all) : List.of(), due(work, all, asked));
    }

    private List<CountedWork.Portion> portions(String work, Map<String, Object> parameters, CountedWork.Asked asked) {
        var ages = asked.ages();
        var age = step(
                "w.created_at",
                ">",
                "age",
                ages.size() - 1,
                parameters,
                at -> asked.now().minus(Duration.ofDays(ages.get(at + 1))));
        // an expression with parameters is another one each time it is written: it is named first and then grouped by
        return jdbc.sql("SELECT c.stage, c.part, c.age, c.late, c.stopped, count(*) AS many FROM (SELECT w.stage, w."
                        + asked.by().column() + " AS part, " + age + " AS age, CASE WHEN " + LATE
                        + " THEN 1 ELSE 0 END AS late, w.stopped FROM (" + work
                        + ") w) c GROUP BY c.stage, c.part, c.age, c.late, c.stopped")
                .params(parameters)
                .query((row, number) -> new CountedWork.Portion(
                        Stage.valueOf(row.getString("stage")),
                        row.getString("part"),
                        row.getInt("age"),
                        row.getInt("late") == 1,
                        row.getBoolean("stopped"),
                        row.getLong("many")))
                .list();
    }

    private List<CountedWork.InHand> hands(String work, Map<String, Object> parameters) {
        return jdbc.sql("SELECT w.assignee, count(*) AS many, SUM(CASE WHEN " + LATE
                        + " THEN 1 ELSE 0 END) AS late FROM (" + work
                        + ") w WHERE w.assignee IS NOT NULL AND w.assignee <> '' GROUP BY w.assignee")
                .params(parameters)
                .query((row, number) ->
                        new CountedWork.InHand(row.getString("assignee"), row.getLong("many"), row.getLong("late")))
                .list();
    }

    private Map<LocalDate, Long> due(String work, Map<String, Object> parameters, CountedWork.Asked asked) {
        var today = Days.of(asked.now());
        var day = step(
                "w.due_order",
                "<",
                "day",
                asked.days(),
                parameters,
                at -> today.plusDays(at + 1).atStartOfDay(Days.PLACE).toInstant());
        var due = new HashMap<LocalDate, Long>();
        jdbc.sql("SELECT c.ahead, count(*) AS many FROM (SELECT " + day + " AS ahead FROM (" + work
                        + ") w WHERE w.stopped = FALSE AND w.due_order > :now AND w.due_order < :day"
                        + (asked.days() - 1) + ") c GROUP BY c.ahead")
                .params(parameters)
                .query(row -> {
                    due.put(today.plusDays(row.getInt("ahead")), row.getLong("many"));
                });
        return due;
    }

    /** The number of the first of so many moments on whose side a column's value lies; so many if on no one's. */
    private static String step(
            String column,
            String side,
            String name,
            int many,
            Map<String, Object> parameters,
            IntFunction<Instant> moments) {
        var step = new StringBuilder("CASE");
        for (int at = 0; at < many; at++) {
            step.append(" WHEN %s %s :%s%d THEN %d".formatted(column, side, name, at, at));
            parameters.put(name + at, utc(moments.apply(at)));
        }
        return step.append(" ELSE ").append(many).append(" END").toString();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
