package org.konsil.engine.backup;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Fills an empty database from an archive: the tables as they were made then, and in one transaction every row. */
final class DatabaseRestore {

    private static final JsonMapper JSON = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private final ArchiveReader archive;
    private final String name;

    DatabaseRestore(ArchiveReader archive, String name) {
        this.archive = archive;
        this.name = name;
    }

    /** Refuses, with {@link ArchiveRefused}, a database that has tables. */
    static void requireEmpty(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            var tables = TableShape.tables(connection);
            if (!tables.isEmpty())
                throw new ArchiveRefused(
                        "The database %s is not empty, it has %d tables: restore into a new one (for PostgreSQL: drop and create it), or set KONSIL_DATABASE_URL to another."
                                .formatted(connection.getMetaData().getURL().split("[?;]", 2)[0], tables.size()));
        }
    }

    void into(DataSource database, List<Migrations> migrations) throws IOException, SQLException {
        var known = archive.manifest().databases().get(name);
        if (known == null) throw new ArchiveRefused("The archive holds no database '%s'.".formatted(name));
        for (var steps : migrations) steps.run(database, known.scripts());
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
        }
    }

    private void fill(Connection connection) throws IOException, SQLException {
        var references = new References(connection);
        references.suspend();
        var counted = new ArrayList<TableShape>();
        var prefix = "databases/" + name + "/";
        for (var entry : archive.below(prefix)) {
            try (var in = archive.open(entry.name());
                    MappingIterator<JsonNode> lines =
                            JSON.readerFor(JsonNode.class).readValues(in)) {
                var shape = JSON.convertValue(lines.next(), TableShape.class);
                load(connection, shape, lines);
                if (shape.counted() != null) counted.add(shape);
            }
        }
        references.resume();
        for (var shape : counted) countOn(connection, shape);
    }

    private static void load(Connection connection, TableShape shape, MappingIterator<JsonNode> rows)
            throws IOException, SQLException {
        empty(connection, shape.table());
        var sql = "insert into %s (%s) overriding system value values (%s)"
                .formatted(
                        shape.table(),
                        String.join(", ", shape.names()),
                        String.join(", ", Collections.nCopies(shape.columns().size(), "?")));
        try (var statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            while (rows.hasNext()) {
                bind(statement, shape, rows.next());
                statement.addBatch();
                if (++waiting % shape.atOnce() == 0) statement.executeBatch();
            }
            statement.executeBatch();
        }
    }

    private static void countOn(Connection connection, TableShape shape) throws SQLException {
        execute(
                connection,
                "alter table %s alter column %s restart with %d"
                        .formatted(shape.table(), shape.counted(), shape.next()));
    }

    /** What the migrations themselves put in is in the archive too. */
    private static void empty(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from " + table + " limit 1");
                var any = statement.executeQuery()) {
            if (!any.next()) return; // tables that forbid deleting are empty
        }
        execute(connection, "delete from " + table);
    }

    private static void bind(PreparedStatement statement, TableShape shape, JsonNode row)
            throws IOException, SQLException {
        int at = 0;
        for (var column : shape.columns()) {
            var value = row.get(at++);
            if (value.isNull()) statement.setObject(at, null);
            else statement.setObject(at, column.kind().parse(value));
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
