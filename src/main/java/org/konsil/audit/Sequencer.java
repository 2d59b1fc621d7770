package org.konsil.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains committed entries in the order of their ids. Chaining inside the transaction of the change would make all changes wait
 * for each other, so it is done soon afterwards, by one node at a time.
 */
@Component
class Sequencer {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;

    Sequencer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Head(long seq, String hash) {}

    boolean isIdle() {
        return jdbc.sql("SELECT event_id FROM audit_pending FETCH FIRST ROW ONLY")
                .query(Long.class)
                .optional()
                .isEmpty();
    }

    /** @return how many entries were chained, 500 at the most */
    @Transactional
    int chain() {
        var head = jdbc.sql("SELECT seq, hash FROM audit_head FOR UPDATE")
                .query((row, number) -> new Head(row.getLong("seq"), row.getString("hash")))
                .single();
        var waiting = waiting();
        for (var row : waiting) {
            var link = Link.over(head.seq() + 1, head.hash(), row);
            jdbc.sql("INSERT INTO audit_chain VALUES (?, ?, ?, ?)")
                    .params(link.seq(), link.eventId(), link.previousHash(), link.hash())
                    .update();
            jdbc.sql("DELETE FROM audit_pending WHERE event_id = ?")
                    .param(row.id())
                    .update();
            head = new Head(link.seq(), link.hash());
        }
        if (!waiting.isEmpty()) {
            jdbc.sql("UPDATE audit_head SET seq = ?, hash = ?")
                    .params(head.seq(), head.hash())
                    .update();
        }
        return waiting.size();
    }

    private List<AuditRow> waiting() {
        return jdbc.sql("""
            SELECT e.* FROM audit_pending p JOIN audit_event e ON e.id = p.event_id
            ORDER BY p.event_id FETCH FIRST %d ROWS ONLY
            """.formatted(BATCH))
                .query((row, number) -> AuditRow.read(row))
                .list();
    }
}
