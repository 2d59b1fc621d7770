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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitations in their table. */
@Repository
class InvitationRows {

    private final JdbcClient jdbc;
    private final Disclosures disclosures;

    InvitationRows(JdbcClient jdbc, Disclosures disclosures) {
        this.jdbc = jdbc;
        this.disclosures = disclosures;
    }

    void add(Panel panel, String expert, String discipline, Instant at) {
        jdbc.sql("INSERT INTO panel_invitation (id, panel_id, case_id, expert, discipline, state, excluded,"
                        + " asked_at) VALUES (?, ?, ?, ?, ?, 'INVITED', FALSE, ?)")
                .params(
                        UUID.randomUUID(),
                        panel.id(),
                        panel.caseId().value(),
                        expert,
                        discipline,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void keep(Invitation invitation) {
        jdbc.sql("UPDATE panel_invitation SET state = ?, excluded = ?, sealed = ?, delegated_to = ?,"
                        + " sent_at = CAST(? AS TIMESTAMP(6) WITH TIME ZONE),"
                        + " answered_at = CAST(? AS TIMESTAMP(6) WITH TIME ZONE),"
                        + " opinion_at = CAST(? AS TIMESTAMP(6) WITH TIME ZONE) WHERE id = ?")
                .param(invitation.state().name())
                .param(invitation.excluded())
                .param(disclosures.seal(invitation))
                .param(invitation.delegatedTo())
                .param(utc(invitation.sentAt()))
                .param(utc(invitation.answeredAt()))
                .param(utc(invitation.opinionAt()))
                .param(invitation.id())
                .update();
    }

    /** In the order in which they were asked. */
    List<Invitation> of(Panel panel) {
        return jdbc.sql("SELECT * FROM panel_invitation WHERE panel_id = ? ORDER BY asked_at, expert")
                .param(panel.id())
                .query(this::invitation)
                .list();
    }

    /** Those of an expert, on panels that are not over, that wait for an answer or an opinion. */
    List<Invitation> awaited(String expert) {
        return jdbc.sql("""
            SELECT i.* FROM panel_invitation i JOIN panel p ON p.id = i.panel_id
            WHERE i.expert = ? AND p.state <> 'CLOSED' AND i.excluded = FALSE
                AND i.state IN ('INVITED', 'ACCEPTED') AND i.opinion_at IS NULL
            ORDER BY i.asked_at
            """).param(expert).query(this::invitation).list();
    }

    Invitation get(UUID id) {
        return jdbc.sql("SELECT * FROM panel_invitation WHERE id = ?")
                .param(id)
                .query(this::invitation)
                .single();
    }

    /** Holds the invitation until the transaction ends. */
    Invitation lock(UUID id) {
        return jdbc.sql("SELECT * FROM panel_invitation WHERE id = ? FOR UPDATE")
                .param(id)
                .query(this::invitation)
                .single();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private Invitation invitation(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        return new Invitation(
                id,
                row.getObject("panel_id", UUID.class),
                caseId,
                row.getString("expert"),
                row.getString("discipline"),
                Invitation.State.valueOf(row.getString("state")),
                row.getBoolean("excluded"),
                disclosures.open(caseId, id, row.getBytes("sealed")),
                row.getString("delegated_to"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                at(row, "sent_at"),
                at(row, "answered_at"),
                at(row, "opinion_at"));
    }
}
