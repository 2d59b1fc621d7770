package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a column looks in JSON, and how JSON becomes something to compare the column with. */
enum Kind {
    /** A key of the engine: a number here, a string in JSON. */
    KEY {
        @Override
        Object parse(JsonNode json) {
            return Long.parseLong(json.asText());
        }

        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }
    },
    TEXT {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }
    },
    NUMBER {
        @Override
        Object parse(JsonNode json) {
            return Integer.parseInt(json.asText());
        }

        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            int number = row.getInt(column);
            return row.wasNull() ? null : number;
        }
    },
    FLAG {
        @Override
        Object parse(JsonNode json) {
            var text = json.asText();
            if (!text.equals("true") && !text.equals("false")) {
                throw new NumberFormatException(text);
            }
            return text.equals("true");
        }

        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            boolean flag = row.getBoolean(column);
            return row.wasNull() ? null : flag;
        }
    },
    INSTANT {
        @Override
        Object parse(JsonNode json) {
            return ZonedDateTime.parse(json.asText()).toInstant().atOffset(ZoneOffset.UTC);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            var at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : MILLIS.format(at.toInstant());
        }
    },
    HEADERS {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            var text = row.getString(column);
            return text == null ? Map.of() : Headers.read(text);
        }
    },
    TAGS {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            var text = row.getString(column);
            return text == null ? List.of() : Tags.split(text);
        }
    };

    /** As Camunda writes instants: always with milliseconds. */
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

    Object parse(JsonNode json) {
        return json.asText();
    }

    /** What the JSON means for this kind of column; refuses what it cannot mean. */
    final Object valueOf(String name, JsonNode json) {
        if (!json.isValueNode()) {
            throw SearchRefused.unreadable("filter." + name);
        }
        try {
            return parse(json);
        } catch (NumberFormatException | DateTimeException e) {
            throw new SearchRefused("The value " + json + " of '" + name + "' cannot be understood");
        }
    }
}
