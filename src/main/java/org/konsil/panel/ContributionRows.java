package org.konsil.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parts of contributing networks in their table. */
@Repository
class ContributionRows {

    private final JdbcClient jdbc;

    ContributionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Panel panel, NetworkId network) {
        jdbc.sql("INSERT INTO panel_contribution (id, panel_id, case_id, network_id, state) VALUES (?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        panel.id(),
                        panel.caseId().value(),
                        network.value(),
                        Contribution.State.WANTED.name())
                .update();
    }

    void keep(Contribution contribution) {
        jdbc.sql("UPDATE panel_contribution SET state = ?, asked_at = CAST(? AS TIMESTAMP(6) WITH TIME ZONE),"
                        + " ended_at = CAST(? AS TIMESTAMP(6) WITH TIME ZONE) WHERE id = ?")
                .param(contribution.state().name())
                .param(utc(contribution.askedAt()))
                .param(utc(contribution.endedAt()))
                .param(contribution.id())
                .update();
    }

    void forget(Contribution contribution) {
        jdbc.sql("DELETE FROM panel_contribution WHERE id = ?")
                .param(contribution.id())
                .update();
    }

    /** In the order of their names. */
    List<Contribution> of(Panel panel) {
        return jdbc.sql("SELECT * FROM panel_contribution WHERE panel_id = ? ORDER BY network_id")
                .param(panel.id())
                .query(ContributionRows::contribution)
                .list();
    }

    Contribution get(UUID id) {
        return jdbc.sql("SELECT * FROM panel_contribution WHERE id = ?")
                .param(id)
                .query(ContributionRows::contribution)
                .single();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Contribution contribution(ResultSet row, int number) throws SQLException {
        return new Contribution(
                row.getObject("id", UUID.class),
                row.getObject("panel_id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                NetworkId.of(row.getString("network_id")),
                Contribution.State.valueOf(row.getString("state")),
                at(row, "asked_at"),
                at(row, "ended_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
