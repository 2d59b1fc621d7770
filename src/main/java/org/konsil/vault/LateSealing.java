package org.konsil.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals what earlier versions kept in the open, and empties the old columns; at a second start there is nothing left to do. */
@Component
public class LateSealing {

    /**
     * Where it lies.
     *
     * @param id the column that tells a case's rows apart; its value stands in the place of the sealed bytes
     * @param open the old columns; the first of them says whether a row has something to seal
     * @param sealed the new column: JSON with the old columns' names
     */
    public record Old(String table, String id, List<String> open, String sealed, Controller controller) {

        /** The place of a row's sealed bytes, for {@link Vault}. */
        public String place(Object idOfRow) {
            return table + "." + sealed + ":" + idOfRow;
        }
    }

    private record Row(UUID caseId, Object id, byte[] sealed) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;

    LateSealing(JdbcClient jdbc, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    @Transactional
    public void seal(Old old) {
        var emptied = String.join(
                ", ", old.open().stream().map(column -> column + " = NULL").toList());
        var update = "UPDATE %s SET %s = ?, %s WHERE case_id = ? AND %s = ?"
                .formatted(old.table(), old.sealed(), emptied, old.id());
        for (var row : open(old)) {
            jdbc.sql(update).params(row.sealed(), row.caseId(), row.id()).update();
        }
    }

    private List<Row> open(Old old) {
        var columns = new ArrayList<>(List.of("case_id", old.id()));
        columns.addAll(old.open());
        return jdbc.sql("SELECT %s FROM %s WHERE %s IS NOT NULL"
                        .formatted(
                                String.join(", ", columns),
                                old.table(),
                                old.open().getFirst()))
                .query((row, number) -> sealed(old, row))
                .list();
    }

    private Row sealed(Old old, ResultSet row) throws SQLException {
        var caseId = row.getObject("case_id", UUID.class);
        var id = row.getObject(old.id());
        var content = json.createObjectNode();
        for (var column : old.open()) {
            var value = row.getObject(column);
            content.set(
                    column,
                    value instanceof java.sql.Date day ? json.valueToTree(day.toString()) : json.valueToTree(value));
        }
        return new Row(caseId, id, seal(new CaseId(caseId), old, id, content.toString()));
    }

    /** What belongs to erased content is not kept. */
    private byte[] seal(CaseId caseId, Old old, Object id, String content) {
        try {
            return vault.seal(caseId, old.controller(), old.place(id), content);
        } catch (ContentErased e) {
            return new byte[0];
        }
    }
}
