package org.konsil.engine.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Foreign keys, which would want the tables in an order of theirs: checked at the end instead. */
final class References {

    private record Key(String table, String name) {}

    private final Connection connection;
    private final Product product;
    private final List<Key> keys;

    References(Connection connection) throws SQLException {
        this.connection = connection;
        this.product = Product.of(connection);
        this.keys = product == Product.POSTGRESQL ? keys() : List.of();
    }

    private List<Key> keys() throws SQLException {
        var found = new ArrayList<Key>();
        for (var table : TableShape.tables(connection)) {
            try (var rows = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
                while (rows.next()) {
                    var key = new Key(table, rows.getString("FK_NAME"));
                    if (!found.contains(key)) found.add(key);
                }
            }
        }
        return found;
    }

    void suspend() throws SQLException {
        if (product == Product.H2) DatabaseRestore.execute(connection, "set referential_integrity false");
        for (var key : keys) alter(key, "deferrable initially deferred");
    }

    /** Checks them all. */
    void resume() throws SQLException {
        if (product == Product.H2) DatabaseRestore.execute(connection, "set referential_integrity true");
        if (!keys.isEmpty()) DatabaseRestore.execute(connection, "set constraints all immediate");
        for (var key : keys) alter(key, "not deferrable");
    }

    private void alter(Key key, String how) throws SQLException {
        DatabaseRestore.execute(
                connection, "alter table %s alter constraint \"%s\" %s".formatted(key.table(), key.name(), how));
    }
}
