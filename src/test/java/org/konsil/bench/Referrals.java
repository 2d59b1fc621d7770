package org.konsil.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/**
 * People who work {@link ReferralModel referrals} in a closed loop as the drivers of the other engines do: claim, complete, look for the next
 * task. While a case's timer runs they work on others.
 */
final class Referrals implements AutoCloseable {

    /** Told of everything that was acknowledged, right after it was. */
    interface Witness {
        void saw(char what, long key);
    }

    static final char STARTED = 'S';
    static final char COMPLETED = 'T';
    static final char ENDED = 'D';

    final Latencies start = new Latencies();
    final Latencies complete = new Latencies();
    final Latencies next = new Latencies();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The timer's second, and the tenth within which it fires. */
    private static final Duration AWAY = Duration.ofMillis(1150);

    private final CamundaClient client;
    private final CaseRows rows;
    private final Witness witness;
    private final List<JobWorker> workers = new ArrayList<>();
    private final DelayQueue<Waiting> waiting = new DelayQueue<>();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    /** A case whose timer runs. */
    private record Waiting(long instance, long until) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(until, ((Waiting) other).until);
        }
    }

    Referrals(CamundaClient client, CaseRows rows, Witness witness) {
        this.client = client;
        this.rows = rows;
        this.witness = witness;
        client.newDeployResourceCommand()
                .addProcessModel(ReferralModel.process(), "referral.bpmn")
                .addResourceStringUtf8(ReferralModel.DECISION, "options.dmn")
                .send()
                .join();
        for (var step : List.of("consent", "panel", "outcome"))
            workers.add(client.newWorker()
                    .jobType(step)
                    .handler(this::serve)
                    .streamEnabled(true)
                    .fetchVariables(List.of())
                    .name("bench")
                    .open());
    }

    private void serve(JobClient jobs, ActivatedJob job) throws SQLException {
        rows.write(job.getProcessInstanceKey(), job.getKey(), job.getType());
        jobs.newCompleteCommand(job).send();
    }

    /** Works for this long with so many people; answers how many cases came to their end. */
    long work(int people, Duration time) {
        long before = done.get();
        long end = System.nanoTime() + time.toNanos();
        Callable<Boolean> person = () -> {
            while (System.nanoTime() < end) {
                var ripe = waiting.poll();
                if (ripe == null) begin();
                else finish(ripe.instance());
            }
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(people)) {
            for (var each : threads.invokeAll(Collections.nCopies(people, person))) each.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return done.get() - before;
    }

    /** How many cases were begun so far. */
    long begun() {
        return begun.get();
    }

    void forgetTimes() {
        start.clear();
        complete.clear();
        next.clear();
    }

    private void begin() throws InterruptedException {
        long asked = System.nanoTime();
        long instance = client.newCreateInstanceCommand()
                .bpmnProcessId("referral")
                .latestVersion()
                .variables(Map.of("consent", true, "severity", 7, "age", 9))
                .send()
                .join()
                .getProcessInstanceKey();
        start.add(System.nanoTime() - asked);
        witness.saw(STARTED, instance);
        begun.incrementAndGet();
        complete(instance, tasks(instance, "g0", 1).getFirst(), "u", "specialists", 5);
        var opinions = tasks(instance, "specialists", 5);
        for (int i = 0; i < 5; i++) complete(instance, opinions.get(i), "u" + i, i == 4 ? "board" : "", 1);
        complete(instance, tasks(instance, "board", 1).getFirst(), "u", "", 0);
        waiting.add(new Waiting(instance, System.nanoTime() + AWAY.toNanos()));
    }

    private void finish(long instance) throws InterruptedException {
        complete(instance, tasks(instance, "followup", 1).getFirst(), "u", "", 0);
        until(
                "the case ended",
                () -> !client.newProcessInstanceSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance).state(ProcessInstanceState.COMPLETED))
                        .send()
                        .join()
                        .items()
                        .isEmpty());
        witness.saw(ENDED, instance);
        done.incrementAndGet();
    }

    private void complete(long instance, UserTask task, String user, String nextGroup, int least)
            throws InterruptedException {
        client.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee(user)
                .send()
                .join();
        long asked = System.nanoTime();
        client.newCompleteUserTaskCommand(task.getUserTaskKey())
                .variables(Map.of("note", "ok"))
                .send()
                .join();
        complete.add(System.nanoTime() - asked);
        witness.saw(COMPLETED, task.getUserTaskKey());
        if (!nextGroup.isEmpty()) {
            tasks(instance, nextGroup, least);
            next.add(System.nanoTime() - asked);
        }
    }

    private List<UserTask> tasks(long instance, String group, int least) throws InterruptedException {
        var found = new ArrayList<UserTask>();
        until("tasks of " + group, () -> {
            found.clear();
            found.addAll(client.newUserTaskSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance)
                            .candidateGroup(group)
                            .state(UserTaskState.CREATED))
                    .send()
                    .join()
                    .items());
            return found.size() >= least;
        });
        return found;
    }

    private static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) throw new IllegalStateException("In vain: " + what);
            // on purpose: the drivers of the engines that this one is compared with poll once a millisecond, too
            Thread.sleep(1);
        }
    }

    @Override
    public void close() {
        workers.forEach(JobWorker::close);
        // what they have in hand still needs the database
        Awaitility.await().atMost(PATIENCE).until(() -> workers.stream().allMatch(JobWorker::isClosed));
    }
}
