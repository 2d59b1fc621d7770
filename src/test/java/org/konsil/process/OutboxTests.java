package org.konsil.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.PublishMessageResponse;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.worker.JobWorker;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.engine.TestEngine;
import org.konsil.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@JdbcTest(properties = "spring.flyway.locations=classpath:db/migration")
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({
    OutboxRows.class,
    Delivery.class,
    EngineLink.class,
    OutboxRelay.class,
    PostedOutbox.class,
    VariableGuard.class,
    CaseProcesses.class,
    Kept.class,
    OutboxTests.World.class
})
@DirtiesContext
class OutboxTests {

    static class World {

        final List<AnswerSuperseded> late = new CopyOnWriteArrayList<>();

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ObjectMapper json() {
            return new ObjectMapper();
        }

        @Bean
        ProcessFiles files() throws IOException {
            return ProcessFiles.read(Consult.folder(), Consult.forms());
        }

        @Bean
        CamundaClient client() {
            return TestEngine.shared().client();
        }

        final Queue<ActivatedJob> held = new ConcurrentLinkedQueue<>();
        volatile boolean hold;

        @Bean
        JobWorker listener(CamundaClient client) {
            return client.newWorker()
                    .jobType("work-item")
                    .handler((jobs, job) -> {
                        if (hold) {
                            held.add(job);
                        } else {
                            jobs.newCompleteCommand(job).send().join();
                        }
                    })
                    .pollInterval(Duration.ofMillis(50))
                    .open();
        }

        void release(CamundaClient client) {
            hold = false;
            for (var job = held.poll(); job != null; job = held.poll()) {
                client.newCompleteCommand(job).send().join();
            }
        }

        @EventListener
        void on(AnswerSuperseded event) {
            late.add(event);
        }
    }

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows rows;

    @Autowired
    OutboxRelay relay;

    @Autowired
    EngineLink link;

    @Autowired
    ProcessFiles files;

    @Autowired
    CamundaClient client;

    @Autowired
    World world;

    @Autowired
    Kept audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager manager;

    @BeforeEach
    void empty() {
        TestEngine.shared().purge();
        jdbc.sql("DELETE FROM outbox").update();
        files.deployTo(client);
        link.deployed();
    }

    @Test
    void aCaseStartsOnceHoweverOftenItIsSaid() {
        var caseId = CaseId.next();
        commit(() -> start(caseId));
        commit(() -> start(caseId));

        await().until(() -> rows.waiting() == 0);

        assertThat(states()).containsExactly("SENT", "SENT");
        await().untilAsserted(() -> assertThat(instances()).isEqualTo(1));
    }

    @Test
    void nothingIsSentOfAChangeThatRollsBack() {
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            start(CaseId.next());
            status.setRollbackOnly();
        });

        assertThat(states()).isEmpty();
    }

    @Test
    void whatIsSaidOfOneCaseArrivesInOrderAndItsTaskIsDone() {
        var caseId = CaseId.next();
        commit(() -> start(caseId));
        var task = task(caseId);

        commit(() -> outbox.completeTask(human(task, caseId), answer("yes"), Map.of()));

        await().untilAsserted(() -> assertThat(state(task)).isEqualTo(UserTaskState.COMPLETED));
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void anAnswerWaitsWhileTheTaskIsStillBeingCreated() {
        var caseId = CaseId.next();
        world.hold = true;
        commit(() -> start(caseId));
        // nobody answers the listener yet, so the task stays in CREATING
        long key =
                await().until(world.held::peek, Objects::nonNull).getUserTask().getUserTaskKey();
        commit(() -> outbox.completeTask(
                new HumanTask(key, caseId, "consult", "ask", "ask", null, null), answer("no"), Map.of()));
        await().until(() -> jdbc.sql("SELECT max(attempts) FROM outbox WHERE kind = 'TASK'")
                        .query(Integer.class)
                        .single()
                > 1);
        assertThat(rows.waiting()).isEqualTo(1);

        world.release(client);

        await().until(() -> rows.waiting() == 0);
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void anAnswerAfterTheTaskWasTakenBackIsSupersededAndTold() {
        var caseId = CaseId.next();
        commit(() -> start(caseId));
        var task = task(caseId);
        commit(() -> outbox.publish(caseId, "taken-back", caseId.toString(), Map.of()));
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo(UserTaskState.CANCELED));

        commit(() -> outbox.completeTask(human(task, caseId), answer("yes"), Map.of()));

        await().until(() -> rows.waiting() == 0);
        assertThat(states()).containsExactly("SENT", "SENT", "SUPERSEDED");
        assertThat(world.late).contains(new AnswerSuperseded(caseId, task.getUserTaskKey()));
        assertThat(audit.actions(caseId)).contains("answer-superseded");
    }

    @Test
    void anAnswerThatArrivedBeforeACrashIsNotTakenForLate() {
        var caseId = CaseId.next();
        commit(() -> start(caseId));
        var task = task(caseId);
        relay.stop();
        commit(() -> outbox.completeTask(human(task, caseId), answer("yes"), Map.of()));
        // the relay dies between the engine's answer and its own tick
        var letter = rows.take(1).getFirst();
        assertThat(Courier.carry(letter, client)).isEqualTo(Letter.Fate.SENT);
        jdbc.sql("UPDATE outbox SET leased_until = NULL WHERE id = :id")
                .param("id", letter.id())
                .update();

        relay.start();

        await().until(() -> rows.waiting() == 0);
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void aMessageThatArrivedLongBeforeTheProgramCameBackStartsNothingTwice() {
        var caseId = CaseId.next();
        relay.stop();
        commit(() -> start(caseId));
        // the program is killed between the engine's answer and its own tick, and stays away until the engine has
        // forgotten the id
        var letter = rows.take(1).getFirst();
        assertThat(Courier.carry(letter, client)).isEqualTo(Letter.Fate.SENT);
        jdbc.sql("UPDATE outbox SET leased_until = NULL").update();
        client.newCompleteUserTaskCommand(task(caseId).getUserTaskKey()).send().join();
        await().until(() -> instances() == 0);
        letTheEngineForgetItsMessages();

        relay.start();

        await().until(() -> rows.waiting() == 0);
        assertThat(states()).containsOnly("SENT");
        assertThat(client.newProcessInstanceSearchRequest().send().join().items())
                .hasSize(1);
    }

    @Test
    void onlyTheFirstWaitingRowOfACaseIsTakenAndNobodyTakesItTwice() {
        relay.stop();
        var one = CaseId.next();
        var other = CaseId.next();
        commit(() -> {
            start(one);
            outbox.publish(one, "taken-back", one.toString(), Map.of());
            start(other);
        });

        var taken = rows.take(10);

        assertThat(taken).extracting(Letter::caseId).containsExactly(one, other);
        assertThat(taken).extracting(Letter::kind).containsOnly(Letter.Kind.START);
        assertThat(rows.take(10)).isEmpty();
        rows.end(taken.getFirst().id(), Letter.Fate.SENT);
        assertThat(rows.take(10)).extracting(Letter::kind).containsExactly(Letter.Kind.MESSAGE);
        relay.start();
    }

    @Test
    void whatWasAnsweredLongAgoIsForgotten() {
        var caseId = CaseId.next();
        commit(() -> start(caseId));
        await().until(() -> rows.waiting() == 0);

        assertThat(rows.forget(Duration.ofDays(30))).isZero();
        assertThat(rows.forget(Duration.ofDays(-1))).isEqualTo(1);
    }

    private void start(CaseId caseId) {
        outbox.start(caseId, Map.of("caseId", caseId.toString(), "country", "fi"));
    }

    private void commit(Runnable change) {
        new TransactionTemplate(manager).executeWithoutResult(status -> change.run());
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM outbox ORDER BY id")
                .query(String.class)
                .list();
    }

    private void letTheEngineForgetItsMessages() {
        publishAnother();
        var clock = TestEngine.shared().clock();
        clock.offsetBy(clock.offset().plusDays(1));
        await().ignoreExceptions().until(() -> publishAnother() != null);
    }

    /** Refused as long as the engine remembers the one before. */
    private PublishMessageResponse publishAnother() {
        return client.newPublishMessageCommand()
                .messageName("another")
                .correlationKey("another")
                .messageId("another")
                .timeToLive(Duration.ofHours(1))
                .send()
                .join();
    }

    private long instances() {
        return client.newProcessInstanceSearchRequest()
                .filter(filter -> filter.state(ProcessInstanceState.ACTIVE))
                .send()
                .join()
                .items()
                .size();
    }

    private UserTask task(CaseId caseId) {
        return await().until(
                        () -> client.newUserTaskSearchRequest()
                                .filter(filter -> filter.state(UserTaskState.CREATED))
                                .send()
                                .join()
                                .items(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private UserTaskState state(UserTask task) {
        return client.newUserTaskSearchRequest()
                .filter(filter -> filter.userTaskKey(task.getUserTaskKey()))
                .send()
                .join()
                .items()
                .getFirst()
                .getState();
    }

    private static HumanTask human(UserTask task, CaseId caseId) {
        return new HumanTask(task.getUserTaskKey(), caseId, "consult", "ask", "ask", null, null);
    }

    private static JsonNode answer(String value) {
        return JsonNodeFactory.instance.objectNode().put("answer", value).put("remark", "two words");
    }
}
