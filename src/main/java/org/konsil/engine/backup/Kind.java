package org.konsil.engine.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a column's values stand in an archive; the same for every database, so that a backup of one can be restored into another. */
enum Kind {
    NUMBER {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            long number = row.getLong(column);
            return row.wasNull() ? null : number;
        }

        @Override
        Object parse(JsonNode value) {
            return value.longValue();
        }
    },
    DECIMAL {
        @Override
        Object parse(JsonNode value) {
            return new BigDecimal(value.textValue());
        }
    },
    FLAG {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            boolean flag = row.getBoolean(column);
            return row.wasNull() ? null : flag;
        }

        @Override
        Object parse(JsonNode value) {
            return value.booleanValue();
        }
    },
    TEXT {
        @Override
        Object parse(JsonNode value) {
            return value.textValue();
        }
    },
    BYTES {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }

        @Override
        Object parse(JsonNode value) throws IOException {
            return value.binaryValue();
        }
    },
    ID {
        @Override
        Object parse(JsonNode value) {
            return UUID.fromString(value.textValue());
        }
    },
    DATE {
        @Override
        Object parse(JsonNode value) {
            return LocalDate.parse(value.textValue());
        }
    },
    INSTANT {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class);
        }

        @Override
        Object parse(JsonNode value) {
            return OffsetDateTime.parse(value.textValue());
        }
    },
    LOCAL_TIME {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDateTime.class);
        }

        @Override
        Object parse(JsonNode value) {
            return LocalDateTime.parse(value.textValue());
        }
    };

    /** By the names that H2 and PostgreSQL give; an unknown one is refused before anything is left out silently. */
    static Kind of(String table, String column, String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "bigint", "integer", "smallint", "int8", "int4", "int2", "bigserial", "serial" -> NUMBER;
            case "numeric", "decimal", "double precision", "real", "float8", "float4" -> DECIMAL;
            case "boolean", "bool" -> FLAG;
            case "character varying", "character", "character large object", "varchar", "bpchar", "text" -> TEXT;
            case "binary varying", "binary", "binary large object", "bytea" -> BYTES;
            case "uuid" -> ID;
            case "date" -> DATE;
            case "timestamp with time zone", "timestamptz" -> INSTANT;
            case "timestamp" -> LOCAL_TIME;
            default ->
                throw new ArchiveRefused("Column %s of table %s is of type %s, which no backup can hold yet."
                        .formatted(column, table, type));
        };
    }

    /** A Long, a Boolean, bytes, or something whose text says it all. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    /** What a JDBC driver takes. */
    abstract Object parse(JsonNode value) throws IOException;
}
