package org.konsil.audit;

import java.util.List;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has changed lately, in the order of the chain: whoever remembers up to where they have read misses nothing, on every node. */
@Component
public class Changes {

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something was done to a case: nothing that was only read, and nothing that was refused. */
    public record Change(long seq, CaseId caseId, String action) {}

    /** Up to where the history goes now. */
    public long end() {
        return jdbc.sql("SELECT seq FROM audit_head").query(Long.class).single();
    }

    /** Oldest first. */
    public List<Change> since(long seq, int most) {
        return jdbc.sql("""
            SELECT c.seq, e.case_id, e.action FROM audit_chain c JOIN audit_event e ON e.id = c.event_id
            WHERE c.seq > ? AND e.case_id IS NOT NULL AND e.outcome = 'DONE'
              AND e.action NOT LIKE '%-read' AND e.action <> 'task-opened'
            ORDER BY c.seq LIMIT ?
            """)
                .params(seq, most)
                .query((row, number) -> new Change(
                        row.getLong("seq"), new CaseId(row.getObject("case_id", UUID.class)), row.getString("action")))
                .list();
    }
}
