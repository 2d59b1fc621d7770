package org.konsil.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts texts to what their column holds, so that one long text cannot keep the reader from going on. */
final class ColumnWidths {

    private final Map<String, Integer> widths = new HashMap<>();

    ColumnWidths(Connection connection) throws SQLException {
        for (var table : Table.values()) {
            try (var statement = connection.prepareStatement("select * from " + table.sqlName() + " where 1 = 0");
                    var nothing = statement.executeQuery()) {
                var columns = nothing.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    if (columns.getColumnType(i) == Types.VARCHAR && columns.getPrecision(i) < Integer.MAX_VALUE) {
                        widths.put(name(table, columns.getColumnName(i)), columns.getPrecision(i));
                    }
                }
            }
        }
    }

    @Nullable
    Object fit(Table table, String column, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        var clean = text.indexOf('\0') < 0 ? text : text.replace("\0", ""); // PostgreSQL holds no NUL
        Integer width = widths.get(name(table, column));
        return width == null || clean.length() <= width ? clean : cut(clean, width);
    }

    private static String cut(String text, int width) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(width - 1)) ? width - 1 : width);
    }

    private static String name(Table table, String column) {
        return table.sqlName() + "." + column.toLowerCase(Locale.ROOT);
    }
}
