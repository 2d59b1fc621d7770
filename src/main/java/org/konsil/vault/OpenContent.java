package org.konsil.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Looks before each change of the database whether a column that is to go still holds what was never sealed; then nothing is changed. */
@Component
class OpenContent implements Callback {

    /** Of the columns that step 91 drops, those that were filled wherever any of their row was. */
    private static final Map<String, List<String>> DROPPED = new TreeMap<>(Map.of(
            "follow_up_date", List.of("implemented", "result"),
            "advice_answer", List.of("decision"),
            "panel_invitation", List.of("disclosed"),
            "consent", List.of("patient_signed", "document_version", "document_date")));

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            for (var table : DROPPED.entrySet()) {
                for (var column : table.getValue()) {
                    refuseContent(context.getConnection(), table.getKey(), column);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be looked through before it is changed", e);
        }
    }

    private static void refuseContent(Connection database, String table, String column) throws SQLException {
        if (!isThere(database, table, column)) {
            return;
        }
        var sql = "SELECT 1 FROM %s WHERE %s IS NOT NULL FETCH FIRST ROW ONLY".formatted(table, column);
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            if (row.next()) {
                throw new NeverSealed(table, column);
            }
        }
    }

    private static boolean isThere(Connection database, String table, String column) throws SQLException {
        var schema = database.getSchema();
        var upper = database.getMetaData().storesUpperCaseIdentifiers();
        try (var found = database.getMetaData()
                .getColumns(database.getCatalog(), schema, named(table, upper), named(column, upper))) {
            return found.next();
        }
    }

    private static String named(String name, boolean upper) {
        return upper ? name.toUpperCase(Locale.ROOT) : name;
    }

    @Override
    public String getCallbackName() {
        return "OpenContent";
    }
}
