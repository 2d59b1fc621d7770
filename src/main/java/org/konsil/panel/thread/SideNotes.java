package org.konsil.panel.thread;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Translations of messages in their table, sealed under the network's key; none is ever changed. */
@Repository
public class SideNotes {

    private record Kept(UUID message, SideNote note) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    SideNotes(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Adds one. What has the same id is there already. */
    public void add(CaseId caseId, UUID message, SideNote note) {
        var isThere = jdbc.sql("SELECT COUNT(*) FROM panel_side_note WHERE id = ?")
                        .param(note.id())
                        .query(Integer.class)
                        .single()
                > 0;
        if (!isThere) {
            jdbc.sql("INSERT INTO panel_side_note (id, message_id, version, language, author, content, said_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            note.id(),
                            message,
                            note.version(),
                            note.language(),
                            note.author(),
                            vault.seal(caseId, Controller.NETWORK, place(note.id()), note.text()),
                            note.writtenAt().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** By message, oldest first. */
    public Map<UUID, List<SideNote>> of(CaseId caseId) {
        return jdbc
                .sql("SELECT n.* FROM panel_side_note n JOIN panel_message m ON m.id = n.message_id"
                        + " WHERE m.case_id = ? ORDER BY n.said_at, n.id")
                .param(caseId.value())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Kept(
                            row.getObject("message_id", UUID.class),
                            new SideNote(
                                    id,
                                    row.getInt("version"),
                                    row.getString("language"),
                                    row.getString("author"),
                                    instant(row.getObject("said_at", OffsetDateTime.class)),
                                    vault.open(caseId, Controller.NETWORK, place(id), row.getBytes("content"))));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kept::message, Collectors.mapping(Kept::note, Collectors.toList())));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private static String place(UUID id) {
        return "panel_side_note.content:" + id;
    }
}
