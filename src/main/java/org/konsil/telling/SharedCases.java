package org.konsil.telling;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether somebody was let into any of many cases, in one question. */
@Component
class SharedCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    SharedCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param names the user and groups that grants may name */
    boolean any(Collection<CaseId> cases, Set<String> names) {
        return !cases.isEmpty()
                && !names.isEmpty()
                && jdbc.sql("SELECT count(*) FROM case_grant WHERE case_id IN (:cases) AND holder IN (:names)"
                                        + " AND granted_at <= :now AND (ends_at IS NULL OR ends_at > :now)")
                                .param(
                                        "cases",
                                        cases.stream().map(CaseId::value).toList())
                                .param("names", names)
                                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .single()
                        > 0;
    }
}
