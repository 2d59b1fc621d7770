package org.konsil.referral;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the cases that wait for the approval of their provider. */
@Repository
class WaitingCases {

    private final JdbcClient jdbc;

    WaitingCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two cases of a provider do not come in at the same moment. */
    void oneAtATime(String provider) {
        jdbc.sql("SELECT id FROM directory_provider WHERE id = ? FOR UPDATE")
                .param(provider)
                .query(String.class)
                .list();
    }

    void add(CaseId caseId, String provider, boolean asks, Instant at) {
        remove(caseId);
        jdbc.sql("INSERT INTO onboarding_wait (case_id, provider, asks, joined_at) VALUES (?, ?, ?, ?)")
                .params(caseId.value(), provider, asks, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    void remove(CaseId caseId) {
        jdbc.sql("DELETE FROM onboarding_wait WHERE case_id = ?")
                .param(caseId.value())
                .update();
    }

    /** The case for which the officer is asked now. */
    Optional<CaseId> asking(String provider) {
        return undecided(provider, true).stream().findFirst();
    }

    /** Those that wait for the answer to another case, the longest first. */
    List<CaseId> waiting(String provider) {
        return undecided(provider, false);
    }

    /** The provider for whose approval this case waits, or for which the officer is asked in its name. */
    Optional<String> provider(CaseId caseId) {
        return jdbc.sql("SELECT provider FROM onboarding_wait WHERE case_id = ? AND decided_in IS NULL")
                .param(caseId.value())
                .query(String.class)
                .optional();
    }

    void decided(String provider, CaseId in) {
        jdbc.sql("UPDATE onboarding_wait SET decided_in = ? WHERE provider = ? AND decided_in IS NULL")
                .params(in.value(), provider)
                .update();
    }

    /** The case in which the officer answered for this one. */
    Optional<CaseId> decidedIn(CaseId caseId) {
        return jdbc.sql("SELECT decided_in FROM onboarding_wait WHERE case_id = ? AND decided_in IS NOT NULL")
                .param(caseId.value())
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    private List<CaseId> undecided(String provider, boolean asks) {
        return jdbc
                .sql("SELECT case_id FROM onboarding_wait WHERE provider = ? AND asks = ? AND decided_in IS NULL"
                        + " ORDER BY joined_at, case_id")
                .params(provider, asks)
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }
}
