package org.konsil.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The thread of a case in which the panel writes, answers and revises; each wording is sealed and kept. */
@Service
public class Discussion {

    /** A message in its newest wording. {@code version} counts from 1. */
    public record Message(
            UUID id, @Nullable UUID replyTo, String author, Instant writtenAt, int version, String text) {}

    private final PanelRows panels;
    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Discussion(PanelRows panels, JdbcClient jdbc, Sealed sealed, Access access, Audit audit, Clock clock) {
        this.panels = panels;
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this person may read what the panel writes now. */
    @Transactional(readOnly = true)
    public boolean isFor(CaseId caseId, Person person) {
        return access.may(person, caseId, Right.READ_OPINIONS)
                && panels.of(caseId).isPresent();
    }

    /** The messages of the panel that has the case now, oldest first. Access and the audit of the reading are the caller's. */
    @Transactional(readOnly = true)
    public List<Message> of(CaseId caseId) {
        return messages(
                caseId, " AND m.written_at >= (SELECT MAX(p.convened_at) FROM panel p WHERE p.case_id = m.case_id)");
    }

    /** What all panels of the case wrote, oldest first: for the patient's copy. */
    @Transactional(readOnly = true)
    public List<Message> ofAllPanels(CaseId caseId) {
        return messages(caseId, "");
    }

    private List<Message> messages(CaseId caseId, String which) {
        return jdbc.sql(
                        "SELECT m.*, w.version, w.content FROM panel_message m JOIN panel_wording w ON w.message_id = m.id"
                                + " WHERE m.case_id = ?" + which
                                + " AND w.version = (SELECT MAX(x.version) FROM panel_wording x"
                                + " WHERE x.message_id = m.id) ORDER BY m.written_at, m.id")
                .param(caseId.value())
                .query((row, number) -> new Message(
                        row.getObject("id", UUID.class),
                        row.getObject("reply_to", UUID.class),
                        row.getString("author"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getInt("version"),
                        sealed.open(
                                caseId,
                                place(row.getObject("id", UUID.class), row.getInt("version")),
                                row.getBytes("content"))))
                .list();
    }

    /** @throws NotThePanel if the person does not work on the panel or it is over */
    @Transactional
    public UUID write(CaseId caseId, String text, @Nullable UUID replyTo, Person by) {
        requireOpen(caseId, by);
        var id = UUID.randomUUID();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var answered =
                replyTo != null && of(caseId).stream().anyMatch(it -> it.id().equals(replyTo)) ? replyTo : null;
        jdbc.sql("INSERT INTO panel_message (id, case_id, reply_to, author, written_at)"
                        + " VALUES (?, ?, CAST(? AS UUID), ?, ?)")
                .param(id)
                .param(caseId.value())
                .param(answered == null ? null : answered.toString())
                .param(by.userId())
                .param(now)
                .update();
        say(caseId, id, 1, text, now);
        audit.record(Entry.done(by.actor(), "message-written", caseId).on("message:" + id));
        return id;
    }

    /** A new wording of one's own message; the older ones are kept. @throws NotThePanel for anybody else */
    @Transactional
    public void revise(CaseId caseId, UUID message, String text, Person by) {
        requireOpen(caseId, by);
        var own = of(caseId).stream()
                .filter(it -> it.id().equals(message) && it.author().equals(by.userId()))
                .findFirst()
                .orElseThrow(() -> new NotThePanel(caseId));
        say(caseId, message, own.version() + 1, text, clock.instant().atOffset(ZoneOffset.UTC));
        audit.record(Entry.done(by.actor(), "message-revised", caseId).on("message:" + message));
    }

    private static String place(UUID message, int version) {
        return "panel_wording.content:" + message + ":" + version;
    }

    private void say(CaseId caseId, UUID message, int version, String text, OffsetDateTime at) {
        jdbc.sql("INSERT INTO panel_wording (message_id, version, content, said_at) VALUES (?, ?, ?, ?)")
                .params(message, version, sealed.text(caseId, place(message, version), text), at)
                .update();
    }

    private void requireOpen(CaseId caseId, Person by) {
        var open = panels.of(caseId)
                .filter(panel -> panel.state() != Panel.State.CLOSED)
                .isPresent();
        if (!open || !access.may(by, caseId, Right.DISCUSS)) {
            throw new NotThePanel(caseId);
        }
    }
}
