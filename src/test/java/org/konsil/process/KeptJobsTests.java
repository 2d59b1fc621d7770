package org.konsil.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.Registration;
import org.konsil.desk.SomeCases;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class KeptJobsTests {

    private static final AtomicLong JOBS = new AtomicLong(91_000_000);

    @Autowired
    KeptJobs jobs;

    @Autowired
    CaseRounds rounds;

    @Autowired
    Registration registration;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private CaseId caseId;
    private final AtomicInteger begun = new AtomicInteger();

    @BeforeEach
    void aCase() {
        caseId = registration.register(
                SomeCases.onni().put("pseudonym", "J-" + UUID.randomUUID()),
                access.person("clinician.fi").orElseThrow(),
                null);
    }

    @Test
    void aJobWaitsForWhoeverHoldsItsCaseBeforeItBeginsAnything() {
        var job = JobId.of(JOBS.incrementAndGet());

        var other = transaction.execute(holding -> {
            rounds.hold(caseId);
            var asked = CompletableFuture.supplyAsync(() -> done(job));
            await().until(() -> asked.isDone() || isSomebodyBlocked());
            assertThat(begun).hasValue(0);
            return asked;
        });

        assertThat(other)
                .isNotNull()
                .satisfies(asked -> assertThat(asked.join()).isEqualTo("work 1"));
    }

    @Test
    void nobodyElseHoldsTheCaseWhileAJobIsAtWork() {
        var free = transaction.execute(
                atWork -> jobs.once(caseId, JobId.of(JOBS.incrementAndGet()), List.class, () -> lockable()));

        assertThat(free).isEmpty();
        assertThat(lockable()).hasSize(1);
    }

    @Test
    void anAnswerThatIsKeptIsGivenAgainWithoutWaitingForTheCase() {
        var job = JobId.of(JOBS.incrementAndGet());
        var first = done(job);

        var again = transaction.execute(holding -> {
            rounds.hold(caseId);
            return CompletableFuture.supplyAsync(() -> done(job)).join();
        });

        assertThat(again).isEqualTo(first);
        assertThat(begun).hasValue(1);
    }

    private String done(JobId job) {
        return String.valueOf(transaction.<String>execute(
                status -> jobs.once(caseId, job, String.class, () -> "work " + begun.incrementAndGet())));
    }

    /** What somebody else could hold of the case now. */
    private List<UUID> lockable() {
        return CompletableFuture.supplyAsync(() -> transaction.execute(
                        status -> jdbc.sql("SELECT id FROM case_file WHERE id = ? FOR UPDATE SKIP LOCKED")
                                .param(caseId.value())
                                .query(UUID.class)
                                .list()))
                .join();
    }

    private boolean isSomebodyBlocked() {
        return !jdbc.sql("SELECT session_id FROM information_schema.sessions WHERE blocker_id IS NOT NULL")
                .query(Integer.class)
                .list()
                .isEmpty();
    }
}
