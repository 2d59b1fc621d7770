package org.konsil.engine.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database as of one moment: a transaction that goes on seeing what was committed then, however long its tables take to be copied. */
final class DatabaseCopy implements AutoCloseable {

    private static final int LONGEST_SECONDS = 5;
    private static final String HISTORY = "schema_history";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build();

    private final Connection connection;
    private final Product product;
    private final int usualIsolation;

    private DatabaseCopy(Connection connection, Product product, int usualIsolation) {
        this.connection = connection;
        this.product = product;
        this.usualIsolation = usualIsolation;
    }

    /** Takes a connection and prepares it. */
    static DatabaseCopy of(DataSource database) throws SQLException {
        var connection = database.getConnection();
        try {
            var product = Product.of(connection);
            int usual = connection.getTransactionIsolation();
            connection.setTransactionIsolation(product.snapshot());
            connection.setAutoCommit(false);
            return new DatabaseCopy(connection, product, usual);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The moment: from now on nothing of what others commit is seen. */
    void fix() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST_SECONDS); // clients wait meanwhile
            try (var any = statement.executeQuery("select count(*) from information_schema.tables")) {
                any.next();
            }
        }
    }

    /** Puts all tables below this name into the archive; tells of the database what the manifest says. */
    Manifest.Database writeTo(ArchiveWriter archive, String name) throws IOException, SQLException {
        var scripts = new TreeMap<String, List<String>>();
        for (var table : TableShape.tables(connection)) {
            if (table.endsWith(HISTORY)) scripts.put(table, scripts(table));
            else write(archive, name, table);
        }
        return new Manifest.Database(product.name(), Map.copyOf(scripts));
    }

    private void write(ArchiveWriter archive, String name, String table) throws IOException, SQLException {
        var shape = TableShape.of(connection, table);
        var sql = "select %s from %s".formatted(String.join(", ", shape.names()), table);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(shape.atOnce());
            try (var rows = statement.executeQuery()) {
                archive.add("databases/%s/%s.jsonl".formatted(name, table), out -> write(shape, rows, out));
            }
        }
    }

    private static void write(TableShape shape, ResultSet rows, OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(out)) {
            json.setRootValueSeparator(null);
            json.writePOJO(shape);
            while (rows.next()) {
                json.writeRaw('\n');
                json.writeStartArray();
                int at = 0;
                for (var column : shape.columns()) {
                    write(column.kind().read(rows, ++at), json);
                }
                json.writeEndArray();
            }
            json.writeRaw('\n');
        } catch (SQLException e) {
            throw new IOException("Table " + shape.table() + " cannot be read", e);
        }
    }

    private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Long number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case byte[] bytes -> json.writeBinary(bytes);
            default -> json.writeString(value.toString());
        }
    }

    private List<String> scripts(String history) throws SQLException {
        var scripts = new ArrayList<String>();
        var sql = "select \"script\" from \"%s\" where \"success\" and \"type\" = 'SQL' order by \"installed_rank\""
                .formatted(history);
        try (var statement = connection.prepareStatement(sql);
                var found = statement.executeQuery()) {
            while (found.next()) scripts.add(found.getString(1));
        }
        return scripts;
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(usualIsolation); // the pool hands it on
        } finally {
            connection.close();
        }
    }
}
