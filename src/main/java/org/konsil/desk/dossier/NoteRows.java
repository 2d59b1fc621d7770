package org.konsil.desk.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of notes, sealed under the key of the side that wrote them. */
@Repository("pinnedNoteRows")
class NoteRows {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    NoteRows(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** One writer at a time on a case. */
    void lock(CaseId caseId) {
        jdbc.sql("SELECT id FROM case_file WHERE id = ? FOR UPDATE")
                .param(caseId.value())
                .query(UUID.class)
                .single();
    }

    UUID add(CaseId caseId, Controller side, String text, String by) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO case_note (id, case_id, controller, written_by, written_at, content)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(id, caseId.value(), side.name(), by, now(), vault.seal(caseId, side, place(id), text))
                .update();
        return id;
    }

    /** Oldest first; none where they were erased. */
    List<Note> of(CaseId caseId, Controller side) {
        try {
            return jdbc
                    .sql("SELECT * FROM case_note WHERE case_id = ? AND controller = ? ORDER BY written_at, id")
                    .params(caseId.value(), side.name())
                    .query(NoteRows::kept)
                    .list()
                    .stream()
                    .map(kept -> new Note(
                            kept.id(),
                            side,
                            vault.open(caseId, side, place(kept.id()), kept.content()),
                            kept.by(),
                            kept.at(),
                            kept.unpinnedAt()))
                    .toList();
        } catch (ContentErased e) {
            return List.of();
        }
    }

    Optional<Controller> side(CaseId caseId, UUID id) {
        return jdbc.sql("SELECT controller FROM case_note WHERE case_id = ? AND id = ?")
                .params(caseId.value(), id)
                .query(String.class)
                .optional()
                .map(Controller::valueOf);
    }

    /** @return whether it was pinned until now */
    boolean unpin(UUID id, String by) {
        return jdbc.sql("UPDATE case_note SET unpinned_by = ?, unpinned_at = ? WHERE id = ? AND unpinned_at IS NULL")
                        .params(by, now(), id)
                        .update()
                > 0;
    }

    private record Kept(
            UUID id,
            String by,
            Instant at,
            byte[] content,
            @Nullable Instant unpinnedAt) {}

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var unpinned = row.getObject("unpinned_at", OffsetDateTime.class);
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getBytes("content"),
                unpinned == null ? null : unpinned.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String place(UUID id) {
        return "case_note.content:" + id;
    }
}
