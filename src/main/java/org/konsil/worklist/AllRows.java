package org.konsil.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads open work as a whole. */
@Repository
class AllRows {

    private static final ItemOrder BY_DATE = ItemOrder.of(null);

    private record Key(long taskKey, Object place) {}

    private final JdbcClient jdbc;
    private final ItemRows rows;
    private final CountRows counts;
    private final Clock clock;

    AllRows(DataSource database, ItemRows rows, CountRows counts, Clock clock) {
        this.jdbc = JdbcClient.create(new FreshPlans(database));
        this.rows = rows;
        this.counts = counts;
        this.clock = clock;
    }

    CountedWork count(QueueFilter filter, CountedWork.Asked how) {
        var asked = asked(filter, how.now());
        return counts.of("SELECT " + CountRows.COLUMNS + where(asked), asked.parameters(), how);
    }

    /** As {@link QueueRows} reads the list All. */
    CountedWork count(QueueFilter filter, QueueReader reader, CountedWork.Asked how) {
        var query = new QueueQuery(Queue.ALL, filter, reader, List.of(), BY_DATE, how.now());
        return counts.of(query.each(CountRows.COLUMNS), query.parameters(), how);
    }

    ItemPage page(QueueFilter filter, int size) {
        var asked = asked(filter, clock.instant());
        var total = jdbc.sql("SELECT count(*)" + where(asked))
                .params(asked.parameters())
                .query(Long.class)
                .single();
        var after = filter.after();
        if (after != null && !after.isBlank()) {
            var place = BY_DATE.read(after);
            asked.conditions().add(BY_DATE.beyond("e."));
            asked.parameters().put("place", place.value());
            asked.parameters().put("placeKey", place.taskKey());
        }
        var found = new ArrayList<>(jdbc.sql("SELECT e.task_key, e.due_order AS place" + where(asked)
                        + " ORDER BY e.due_order, e.task_key FETCH FIRST " + (size + 1) + " ROWS ONLY")
                .params(asked.parameters())
                .query((row, number) -> new Key(row.getLong("task_key"), BY_DATE.value(row)))
                .list());
        var more = found.size() > size;
        if (more) {
            found.removeLast();
        }
        return new ItemPage(
                rows.of(found.stream().map(Key::taskKey).toList()),
                total,
                more ? BY_DATE.write(found.getLast().place(), found.getLast().taskKey()) : null);
    }

    private static QueueConditions asked(QueueFilter filter, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        var asked = new QueueConditions(new ArrayList<>(List.of("e.state = 'OPEN'")), parameters);
        asked.narrow(filter, "", now);
        return asked;
    }

    private static String where(QueueConditions asked) {
        return " FROM work_item e WHERE " + String.join(" AND ", asked.conditions());
    }
}
