package org.konsil.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The panels in their table. */
@Repository
class PanelRows {

    private final JdbcClient jdbc;

    PanelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Panel panel, byte[] note, Instant at) {
        jdbc.sql("INSERT INTO panel (id, case_id, network_id, lead_user, quorum, opinion_due, language, note, state,"
                        + " convened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        panel.id(),
                        panel.caseId().value(),
                        panel.network().value(),
                        panel.lead(),
                        panel.quorum(),
                        panel.opinionDue(),
                        panel.language(),
                        note,
                        panel.state().name(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest panel of the case. */
    Optional<Panel> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM panel WHERE case_id = ? ORDER BY convened_at DESC LIMIT 1")
                .param(caseId.value())
                .query(PanelRows::panel)
                .optional();
    }

    Panel get(UUID id) {
        return jdbc.sql("SELECT * FROM panel WHERE id = ?")
                .param(id)
                .query(PanelRows::panel)
                .single();
    }

    /** All panels of the case, oldest first. */
    List<Panel> all(CaseId caseId) {
        return jdbc.sql("SELECT * FROM panel WHERE case_id = ? ORDER BY convened_at")
                .param(caseId.value())
                .query(PanelRows::panel)
                .list();
    }

    /** At work in this network, each the newest of its case, with when it was convened. */
    Map<Panel, Instant> atWork(NetworkId network) {
        var found = new LinkedHashMap<Panel, Instant>();
        jdbc.sql(
                        "SELECT * FROM panel p WHERE p.network_id = ? AND p.state = 'READY' AND p.convened_at ="
                                + " (SELECT MAX(q.convened_at) FROM panel q WHERE q.case_id = p.case_id) ORDER BY p.convened_at")
                .param(network.value())
                .query((row, number) -> found.put(
                        panel(row, number),
                        row.getObject("convened_at", OffsetDateTime.class).toInstant()))
                .list();
        return found;
    }

    byte[] note(UUID id) {
        return jdbc.sql("SELECT note FROM panel WHERE id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    /** Holds the panel until the transaction ends, so that whoever counts counts alone. */
    Panel lock(UUID id) {
        return jdbc.sql("SELECT * FROM panel WHERE id = ? FOR UPDATE")
                .param(id)
                .query(PanelRows::panel)
                .single();
    }

    void stand(UUID id, Panel.State state) {
        jdbc.sql("UPDATE panel SET state = ? WHERE id = ?")
                .params(state.name(), id)
                .update();
    }

    void due(UUID id, LocalDate opinionDue) {
        jdbc.sql("UPDATE panel SET opinion_due = ? WHERE id = ?")
                .params(opinionDue, id)
                .update();
    }

    void quorum(UUID id, int quorum) {
        jdbc.sql("UPDATE panel SET quorum = ? WHERE id = ?").params(quorum, id).update();
    }

    void leadGone(UUID id) {
        jdbc.sql("UPDATE panel SET lead_gone = TRUE WHERE id = ?").param(id).update();
    }

    void lead(UUID id, String lead) {
        jdbc.sql("UPDATE panel SET lead_user = ?, lead_gone = FALSE WHERE id = ?")
                .params(lead, id)
                .update();
    }

    void clock(UUID id, String clockId) {
        jdbc.sql("UPDATE panel SET clock_id = ? WHERE id = ?")
                .params(clockId, id)
                .update();
    }

    private static Panel panel(ResultSet row, int number) throws SQLException {
        return new Panel(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                NetworkId.of(row.getString("network_id")),
                row.getString("lead_user"),
                row.getInt("quorum"),
                row.getObject("opinion_due", LocalDate.class),
                row.getString("language"),
                Panel.State.valueOf(row.getString("state")),
                row.getString("clock_id"),
                row.getBoolean("lead_gone"));
    }
}
