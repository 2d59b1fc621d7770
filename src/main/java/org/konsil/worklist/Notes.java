package org.konsil.worklist;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people leave to whoever has a task next: sealed, and gone when the task is over. */
@Repository
class Notes {

    /** Characters. */
    static final int LONGEST = 2000;

    /** What somebody left. */
    record Note(String by, Instant at, String text) {}

    private record Kept(String by, Instant at, byte[] sealed) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Notes(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** In the caller's transaction. Nothing is left by a blank text. @throws ItemRefused (422) if it is too long */
    void leave(WorkItem item, @Nullable String text, String by) {
        if (text == null || text.isBlank()) {
            return;
        }
        if (text.length() > LONGEST) {
            throw ItemRefused.noteTooLong(LONGEST);
        }
        jdbc.sql("INSERT INTO task_note (task_key, by_user, at, sealed) VALUES (:task, :by, :now, :sealed)")
                .param("task", item.taskKey())
                .param("by", by)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(
                        "sealed",
                        vault.seal(item.caseId(), Ownership.of(item), place(item), text.strip()),
                        Types.VARBINARY)
                .update();
    }

    /** The last ones first. */
    List<Note> of(WorkItem item) {
        return jdbc
                .sql("SELECT by_user, at, sealed FROM task_note WHERE task_key = ? ORDER BY id DESC")
                .param(item.taskKey())
                .query((row, number) -> new Kept(
                        row.getString("by_user"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBytes("sealed")))
                .list()
                .stream()
                .map(kept -> new Note(
                        kept.by(),
                        kept.at(),
                        vault.open(item.caseId(), Ownership.of(item), place(item), kept.sealed())))
                .toList();
    }

    private static String place(WorkItem item) {
        return "task_note.sealed:" + item.taskKey();
    }
}
