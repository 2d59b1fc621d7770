package org.konsil.panel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.panel.thread.Beside;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages and their wordings in their tables, sealed under the network's key. */
@Repository
class DiscussionRows {

    private static final String NEWEST =
            "SELECT m.*, w.version, w.content FROM panel_message m JOIN panel_wording w ON w.message_id = m.id"
                    + " WHERE m.case_id = ?%s AND w.version = (SELECT MAX(x.version) FROM panel_wording x"
                    + " WHERE x.message_id = m.id) ORDER BY m.written_at, m.id";
    private static final String OF_NEWEST_PANEL =
            " AND m.written_at >= (SELECT MAX(p.convened_at) FROM panel p WHERE p.case_id = m.case_id)";

    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final Beside beside;

    DiscussionRows(JdbcClient jdbc, Sealed sealed, Beside beside) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.beside = beside;
    }

    List<Discussion.Message> ofNewestPanel(CaseId caseId) {
        return messages(caseId, OF_NEWEST_PANEL);
    }

    List<Discussion.Message> ofAllPanels(CaseId caseId) {
        return messages(caseId, "");
    }

    private List<Discussion.Message> messages(CaseId caseId, String which) {
        var others = beside.of(caseId);
        return jdbc.sql(NEWEST.formatted(which))
                .param(caseId.value())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Discussion.Message(
                            id,
                            row.getObject("reply_to", UUID.class),
                            row.getString("author"),
                            row.getObject("written_at", OffsetDateTime.class).toInstant(),
                            row.getInt("version"),
                            sealed.open(caseId, place(id, row.getInt("version")), row.getBytes("content")),
                            Optional.ofNullable(row.getBytes("quote"))
                                    .map(quote -> sealed.open(caseId, quotePlace(id), quote))
                                    .orElse(""),
                            others.mentions(id),
                            others.question(id),
                            others.files(id),
                            others.sideNotes(id));
                })
                .list();
    }

    /** Every wording of a message of this case, the first one first. */
    List<Discussion.Wording> wordings(CaseId caseId, UUID message) {
        return jdbc.sql("SELECT w.* FROM panel_wording w JOIN panel_message m ON m.id = w.message_id"
                        + " WHERE m.id = ? AND m.case_id = ? ORDER BY w.version")
                .params(message, caseId.value())
                .query((row, number) -> new Discussion.Wording(
                        row.getInt("version"),
                        row.getObject("said_at", OffsetDateTime.class).toInstant(),
                        sealed.open(caseId, place(message, row.getInt("version")), row.getBytes("content"))))
                .list();
    }

    /** Holds the message until the transaction ends, so that wordings are counted alone; its author, empty if there is none in this case. */
    Optional<String> lock(CaseId caseId, UUID message) {
        return jdbc.sql("SELECT author FROM panel_message WHERE id = ? AND case_id = ? FOR UPDATE")
                .params(message, caseId.value())
                .query(String.class)
                .optional();
    }

    void add(CaseId caseId, UUID id, @Nullable UUID replyTo, String quote, String author, Instant at) {
        jdbc.sql("INSERT INTO panel_message (id, case_id, reply_to, author, written_at, quote)"
                        + " VALUES (?, ?, CAST(? AS UUID), ?, ?, ?)")
                .param(id)
                .param(caseId.value())
                .param(replyTo == null ? null : replyTo.toString())
                .param(author)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(quote.isEmpty() ? null : sealed.text(caseId, quotePlace(id), quote))
                .update();
    }

    void say(CaseId caseId, UUID message, int version, String text, Instant at) {
        jdbc.sql("INSERT INTO panel_wording (message_id, version, content, said_at) VALUES (?, ?, ?, ?)")
                .params(
                        message,
                        version,
                        sealed.text(caseId, place(message, version), text),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String place(UUID message, int version) {
        return "panel_wording.content:" + message + ":" + version;
    }

    private static String quotePlace(UUID message) {
        return "panel_message.quote:" + message;
    }
}
