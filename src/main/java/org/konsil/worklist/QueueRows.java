package org.konsil.worklist;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the lists. */
@Repository
class QueueRows {

    /** So far a list is counted on a page; beyond it says "more than". */
    static final int COUNTED = 300;

    /** The same for a view that was kept. */
    static final int COUNTED_OF_A_VIEW = 100;

    /** How much longer the next piece is, where the one before held too little that may be known of. */
    private static final int LONGER = 4;

    private record Key(long taskKey, Object place, boolean known) {}

    private record Counted(long wanted, long known) {}

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
        var order = order(queue, filter, reader, place);
        var read = goesBack ? order.backwards() : order;
        var query = query(queue, filter, reader, read);
        if (QueueQuery.isSaid(place)) {
            query.beyond(order.read(String.valueOf(place)));
        }
        var found = read(query, order, size + 1);
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

    /** The first so many that may be known of. */
    private List<Key> read(QueueQuery query, ItemOrder order, int most) {
        var known = new ArrayList<Key>();
        for (int length = most; ; length *= LONGER) {
            var piece = jdbc.sql(query.piece(length))
                    .params(query.parameters())
                    .query((row, index) -> new Key(row.getLong("task_key"), order.value(row), row.getInt("known") > 0))
                    .list();
            piece.stream().filter(Key::known).limit(most - known.size()).forEach(known::add);
            if (known.size() == most || piece.size() < length) {
                return known;
            }
            query.beyond(
                    new ItemOrder.Place(piece.getLast().place(), piece.getLast().taskKey()));
        }
    }

    /** Ranked, where names are shown: those of all codes in the list, and of the place, even if its line has gone since. */
    private ItemOrder order(Queue queue, QueueFilter filter, QueueReader reader, @Nullable String place) {
        var order = ItemOrder.of(filter.sort());
        if (!order.isNamed()) {
            return order;
        }
        var query = query(queue, filter, reader, ItemOrder.of(null));
        var codes = new ArrayList<>(jdbc.sql(query.codes(order))
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
        var query = query(queue, filter, reader, ItemOrder.of(null));
        if (most == null) {
            return count(query, null).known();
        }
        for (int length = most; ; length *= LONGER) {
            var found = count(query, length);
            if (found.known() >= most || found.wanted() < length) {
                return Math.min(found.known(), most);
            }
        }
    }

    private Counted count(QueueQuery query, @Nullable Integer most) {
        return jdbc.sql(query.count(most))
                .params(query.parameters())
                .query((row, index) -> new Counted(row.getLong("wanted"), row.getLong("known")))
                .single();
    }

    /** The ids of the steps whose task is called so, among what the list shows; capitals do not matter. */
    List<String> tasksNamed(String text, Queue queue, QueueReader reader) {
        var query = query(queue, QueueFilter.ALL, reader, ItemOrder.of(null));
        var wanted = text.toLowerCase(Locale.ROOT);
        return jdbc
                .sql(query.steps())
                .params(query.parameters())
                .query((row, index) -> Map.entry(row.getString("element_id"), row.getString("name")))
                .list()
                .stream()
                .filter(step -> step.getValue().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    private QueueQuery query(Queue queue, QueueFilter filter, QueueReader reader, ItemOrder order) {
        var now = clock.instant();
        var own = queue != Queue.CASES
                ? List.<UUID>of()
                : jdbc.sql(QueueQuery.OWN_CASES)
                        .param("user", reader.person().userId())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(UUID.class)
                        .list();
        return new QueueQuery(queue, filter, reader, own, order, now);
    }

    private static String place(ItemOrder order, Key key) {
        return order.write(key.place(), key.taskKey());
    }
}
