package org.konsil.engine.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings the lists that belong to the rows of a page. */
final class Companions {

    private final JdbcTemplate sql;

    Companions(JdbcTemplate sql) {
        this.sql = sql;
    }

    void join(Shape shape, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty() || shape.companions().isEmpty()) {
            return;
        }
        var key = shape.key().getFirst();
        var column = key.sql().substring(key.sql().indexOf('.') + 1);
        var keys = rows.stream()
                .map(row -> Long.valueOf(String.valueOf(row.get(key.name()))))
                .toList();
        for (var companion : shape.companions()) {
            var names = new HashMap<String, List<String>>();
            var text = "select " + column + ", name from " + companion.table() + " where " + column + " in ("
                    + Comparison.marks(keys) + ") order by " + column + ", position";
            sql.query(
                    text,
                    found -> {
                        names.computeIfAbsent(found.getString(1), k -> new ArrayList<>())
                                .add(found.getString(2));
                    },
                    keys.toArray());
            rows.forEach(row ->
                    row.put(companion.name(), names.getOrDefault(String.valueOf(row.get(key.name())), List.of())));
        }
    }
}
