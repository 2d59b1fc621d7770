package org.konsil.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads the fields in their order; what has no value is left out. */
record RowReader(List<Shape.Field> fields) implements RowMapper<Map<String, @Nullable Object>> {

    @Override
    public Map<String, @Nullable Object> mapRow(ResultSet row, int number) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var value = field.kind().read(row, i + 1);
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        return values;
    }
}
