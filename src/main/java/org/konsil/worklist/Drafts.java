package org.konsil.worklist;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what somebody has typed so far, sealed; one draft per task, only for its author. */
@Repository
class Drafts {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** In a transaction of its own: the text typed outlives the refusal of its completion. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(WorkItem item, String json, String userId) {
        jdbc.sql(
                        "UPDATE work_item SET draft = :draft, draft_by = :user, draft_at = :now WHERE task_key = :task AND state = 'OPEN'")
                .param("draft", vault.seal(item.caseId(), Ownership.of(item), place(item), json), Types.VARBINARY)
                .param("user", userId)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("task", item.taskKey())
                .update();
    }

    Optional<String> of(WorkItem item, String userId) {
        return jdbc.sql("SELECT draft FROM work_item WHERE task_key = :task AND draft_by = :user AND draft IS NOT NULL")
                .param("task", item.taskKey())
                .param("user", userId)
                .query((row, index) -> row.getBytes("draft"))
                .optional()
                .map(kept -> vault.open(item.caseId(), Ownership.of(item), place(item), kept));
    }

    private static String place(WorkItem item) {
        return "work_item.draft:" + item.taskKey();
    }
}
