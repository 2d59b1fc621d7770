package org.konsil.casefile;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases that are about the same patient and question. Who may see only one of them must not learn of the other: that is the reader's to ask. */
@Component
public class CaseLinks {

    /** @param isMerged the one was closed in favour of the other */
    public record Link(CaseId from, CaseId to, boolean isMerged) {

        /** The other end, seen from this case. */
        public CaseId otherThan(CaseId caseId) {
            return from.equals(caseId) ? to : from;
        }
    }

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    CaseLinks(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Links of the case in both directions, oldest first. */
    @Transactional(readOnly = true)
    public List<Link> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM case_link WHERE case_id = ? OR other_id = ? ORDER BY linked_at, other_id")
                .params(caseId.value(), caseId.value())
                .query((row, number) -> new Link(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new CaseId(row.getObject("other_id", UUID.class)),
                        row.getString("kind").equals("MERGED")))
                .list();
    }

    /** Links two cases; a link becomes a merger when it is said so, and never the other way round. Both histories tell of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(CaseId caseId, CaseId other, boolean merged, Actor by) {
        jdbc.sql("DELETE FROM case_link WHERE case_id = ? AND other_id = ?")
                .params(caseId.value(), other.value())
                .update();
        jdbc.sql("INSERT INTO case_link VALUES (?, ?, ?, ?, ?)")
                .params(
                        caseId.value(),
                        other.value(),
                        merged ? "MERGED" : "LINKED",
                        clock.instant().atOffset(ZoneOffset.UTC),
                        by.userId())
                .update();
        var action = merged ? "case-merged" : "case-linked";
        audit.record(Entry.done(by, action, caseId).on("case:" + other));
        audit.record(Entry.done(by, action, other).on("case:" + caseId));
    }
}
