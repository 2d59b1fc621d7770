package org.konsil.worklist;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the lists. */
@Repository
class QueueRows {

    /** So far a list is counted on a page; beyond it says "more than". */
    static final int COUNTED = 500;

    /** The same for a view that was kept. */
    static final int COUNTED_OF_A_VIEW = 100;

    private record Key(long taskKey, Object place) {}

    private final JdbcClient jdbc;
    private final ItemRows rows;
    private final ShownOrder names;
    private final Clock clock;

    QueueRows(DataSource database, ItemRows rows, ShownOrder names, Clock clock) {
        this.jdbc = JdbcClient.create(new FreshPlans(database));
        this.rows = rows;
        this.names = names;
        this.clock = clock;
    }

    /** A page; {@code after} and {@code before} of the filter say where it begins or ends. */
    QueuePage page(Queue queue, QueueFilter filter, QueueReader reader, int size) {
        var goesBack = QueueQuery.isSaid(filter.before());
        var place = goesBack ? filter.before() : filter.after();
        var query = new QueueQuery(queue, filter, reader, clock.instant());
        var order = order(filter, query, place);
        if (QueueQuery.isSaid(place)) {
            query.beyond(goesBack ? order.backwards() : order, String.valueOf(place));
        }
        var read = goesBack ? order.backwards() : order;
        var found = new ArrayList<>(jdbc.sql(query.page(read, size + 1))
                .params(query.parameters())
                .query((row, index) -> new Key(row.getLong("task_key"), order.value(row)))
                .list());
        var more = found.size() > size;
        if (more) {
            found.removeLast();
        }
        var shown = goesBack ? found.reversed() : found;
        var hasNext = goesBack || more;
        var hasBefore = goesBack ? more : QueueQuery.isSaid(filter.after());
        return new QueuePage(
                rows.of(shown.stream().map(Key::taskKey).toList()),
                hasNext && !shown.isEmpty() ? place(order, shown.getLast()) : null,
                hasBefore && !shown.isEmpty() ? place(order, shown.getFirst()) : null);
    }

    /** Ranked, where names are shown: those of all codes in the list, and of the place, even if its line has gone since. */
    private ItemOrder order(QueueFilter filter, QueueQuery query, @Nullable String place) {
        var order = ItemOrder.of(filter.sort());
        if (!order.isNamed()) {
            return order;
        }
        var codes = new ArrayList<>(jdbc.sql(query.distinct(order.column()))
                .params(query.parameters())
                .query(String.class)
                .list());
        if (QueueQuery.isSaid(place)) {
            codes.add(String.valueOf(order.read(String.valueOf(place)).value()));
        }
        return codes.isEmpty() ? order : order.ranked(names.sorted(order, codes));
    }

    /** How many there are. @param most counts no further; null counts all */
    long count(Queue queue, QueueFilter filter, QueueReader reader, @Nullable Integer most) {
        var query = new QueueQuery(queue, filter, reader, clock.instant());
        var found = jdbc.sql(query.count(most))
                .params(query.parameters())
                .query(Long.class)
                .single();
        return most == null ? found : Math.min(found, most);
    }

    /** The ids of the steps whose task is called so, among what the list shows; capitals do not matter. */
    List<String> tasksNamed(String text, Queue queue, QueueReader reader) {
        var query = new QueueQuery(queue, QueueFilter.ALL, reader, clock.instant());
        var wanted = text.toLowerCase(Locale.ROOT);
        return jdbc
                .sql(query.distinct("element_id || ' ' || e.name"))
                .params(query.parameters())
                .query(String.class)
                .list()
                .stream()
                .map(line -> line.split(" ", 2))
                .filter(line -> line[1].toLowerCase(Locale.ROOT).contains(wanted))
                .map(line -> line[0])
                .distinct()
                .toList();
    }

    private static String place(ItemOrder order, Key key) {
        return order.write(key.place(), key.taskKey());
    }
}
