package org.konsil.audit;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks the history: every entry still says what it said, none is missing, none was slipped in. */
@Component
public class AuditChain {

    static final String GENESIS = "0".repeat(64);
    private static final String LINKS = """
        SELECT c.seq, c.previous_hash, c.hash, e.* FROM audit_chain c JOIN audit_event e ON e.id = c.event_id
        WHERE c.seq <= ? ORDER BY c.seq
        """;
    private static final String OUTSIDE = """
        SELECT e.id FROM audit_event e
        WHERE NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.event_id = e.id)
          AND NOT EXISTS (SELECT 1 FROM audit_pending p WHERE p.event_id = e.id)
        """;
    private static final String WAITS = "SELECT COUNT(*) FROM audit_pending WHERE event_id = ?";
    private static final String CHAINED = "SELECT COUNT(*) FROM audit_chain WHERE event_id = ?";

    private final JdbcClient jdbc;

    AuditChain(DataSource database) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(500);
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * What the check found.
     *
     * @param entries chained entries that were checked
     * @param pending entries that are committed and wait to be chained
     * @param head the last link's hash
     * @param brokenAt the first place in the chain that does not hold, and {@code problem} what is wrong there
     */
    public record Verification(
            boolean intact,
            long entries,
            long pending,
            String head,
            @Nullable Long brokenAt,
            @Nullable String problem) {}

    private record Head(long seq, String hash) {}

    private static final class Walk {
        private long seq;
        private String hash = GENESIS;
        private @Nullable String problem;
    }

    /** Looks at the chain up to the end that it has now; what is chained meanwhile is for the next time. */
    @Transactional(readOnly = true)
    public Verification verify() {
        var walk = new Walk();
        var head = jdbc.sql("SELECT seq, hash FROM audit_head")
                .query((row, number) -> new Head(row.getLong("seq"), row.getString("hash")))
                .single();
        try (Stream<Link> wrong = jdbc
                .sql(LINKS)
                .param(head.seq())
                .query((row, number) -> {
                    var kept = new Link(
                            row.getLong("seq"),
                            row.getLong("id"),
                            row.getString("previous_hash"),
                            row.getString("hash"));
                    return check(walk, kept, AuditRow.read(row));
                })
                .stream()) {
            wrong.takeWhile(link -> walk.problem == null).forEach(link -> {});
        }
        if (walk.problem == null) {
            walk.problem = checkTheWhole(walk, head);
        }
        var pending = count("SELECT COUNT(*) FROM audit_pending");
        return new Verification(
                walk.problem == null,
                walk.seq,
                pending,
                walk.hash,
                walk.problem == null ? null : walk.seq,
                walk.problem);
    }

    private static Link check(Walk walk, Link kept, AuditRow row) {
        var expected = Link.over(walk.seq + 1, walk.hash, row);
        if (!kept.equals(expected)) {
            walk.problem = kept.seq() != expected.seq()
                    ? "an entry is missing"
                    : "the entry does not say what it said when it was chained";
        }
        walk.seq = expected.seq();
        walk.hash = kept.hash();
        return kept;
    }

    private @Nullable String checkTheWhole(Walk walk, Head head) {
        if (!head.hash().equals(walk.hash)) {
            return "the end of the chain is missing";
        }
        return jdbc.sql(OUTSIDE).query(Long.class).list().stream()
                .filter(this::standsOutside)
                .findFirst()
                .map(id -> "the entry with the id " + id + " stands outside the chain")
                .orElse(null);
    }

    /**
     * One statement may look into the chain before an entry is moved there and into the waiting ones after it. Entries only ever move
     * from the second to the first, so who asks in this order, one statement each, cannot miss them.
     */
    private boolean standsOutside(long entry) {
        return count(WAITS, entry) == 0 && count(CHAINED, entry) == 0;
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }
}
