package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.store.Shape.Field;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers searches in the way of the Orchestration Cluster API: filter, sort, page. They lag behind the log by some milliseconds. */
public final class Searches {

    private final JdbcTemplate sql;
    private final Details details;

    Searches(DataSource database) {
        this.sql = new JdbcTemplate(database);
        this.details = new Details(sql);
    }

    /** What belongs to single things and is no list to search. */
    public Details details() {
        return details;
    }

    /** Searches with the body of a search request: {@code filter}, {@code sort}, {@code page}, all of them optional. */
    public Found search(Subject subject, JsonNode request) {
        return search(subject, request, JsonNodeFactory.instance.objectNode());
    }

    /** The same, within a filter that the caller adds. */
    public Found search(Subject subject, JsonNode request, JsonNode within) {
        var shape = subject.shape();
        var order = Order.of(shape, request.path("sort"));
        var window = Window.of(request.path("page"));
        var conditions = shape.listed();
        shape.filter(request.path("filter"), conditions);
        shape.filter(within, conditions);
        long total = count(shape, conditions);
        var page = conditions.copy();
        window.restrict(order, page);
        var rows = query(shape, page, order.sql(window.backwards()) + window.sql());
        if (window.backwards()) {
            Collections.reverse(rows);
        }
        return new Found(rows, page(rows, order, total));
    }

    /** The one thing with this key, also when it is no longer listed. */
    public Optional<Map<String, @Nullable Object>> get(Subject subject, Object key) {
        var shape = subject.shape();
        var conditions = new Conditions().and(shape.key().getFirst().sql() + " = ?", key);
        return query(shape, conditions, "").stream().findFirst();
    }

    private long count(Shape shape, Conditions conditions) {
        var text = "select count(*)" + shape.from() + " where " + conditions.all();
        Long count = sql.queryForObject(text, Long.class, conditions.arguments().toArray());
        return count == null ? 0 : count;
    }

    private List<Map<String, @Nullable Object>> query(Shape shape, Conditions conditions, String rest) {
        var fields = shape.fields();
        var columns = fields.stream().map(Field::sql).collect(Collectors.joining(", "));
        var text = "select " + columns + shape.from() + " where " + conditions.all() + rest;
        var rows = sql.query(text, new RowReader(fields), conditions.arguments().toArray());
        new Companions(sql).join(shape, rows);
        return rows;
    }

    private static Found.Page page(List<Map<String, @Nullable Object>> rows, Order order, long total) {
        return rows.isEmpty()
                ? new Found.Page(total, false, null, null)
                : new Found.Page(total, false, Cursor.of(order, rows.getFirst()), Cursor.of(order, rows.getLast()));
    }
}
