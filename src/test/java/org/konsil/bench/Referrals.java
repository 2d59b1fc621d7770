package org.konsil.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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

/** People who work {@link ReferralModel referrals} as the drivers of the other engines do: claim, complete, look for the next task. */
final class Referrals implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Latencies next = new Latencies();
    final Latencies complete = new Latencies();
    private final CamundaClient client;
    private final CaseRows rows;
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

    Referrals(CamundaClient client, CaseRows rows) {
        this.client = client;
        this.rows = rows;
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
        try (var threads = Executors.newFixedThreadPool(people)) {
            Callable<Boolean> person = () -> {
                while (System.nanoTime() < end) {
                    var ripe = waiting.poll();
                    if (ripe == null) begin();
                    else finish(ripe.instance());
                }
                return true;
            };
            for (var each : threads.invokeAll(java.util.Collections.nCopies(people, person))) each.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return done.get() - before;
    }

    /** How many cases were begun so far. */
    long begun() {
        return begun.get();
    }

    private void begin() throws InterruptedException {
        long instance = client.newCreateInstanceCommand()
                .bpmnProcessId("referral")
                .latestVersion()
                .variables(Map.of("consent", true, "severity", 7, "age", 9))
                .send()
                .join()
                .getProcessInstanceKey();
        begun.incrementAndGet();
        complete(instance, tasks(instance, "g0", 1).getFirst(), "u", "specialists", 5);
        var opinions = tasks(instance, "specialists", 5);
        for (int i = 0; i < 5; i++) complete(instance, opinions.get(i), "u" + i, i == 4 ? "board" : "", 1);
        complete(instance, tasks(instance, "board", 1).getFirst(), "u", "", 0);
        waiting.add(new Waiting(instance, System.nanoTime() + 1_150_000_000L));
    }

    private void finish(long instance) throws InterruptedException {
        complete(instance, tasks(instance, "followup", 1).getFirst(), "u", "", 0);
        until(
                "the case ended",
                () -> client.newProcessInstanceSearchRequest()
                                .filter(filter -> filter.processInstanceKey(instance)
                                        .state(io.camunda.client.api.search.enums.ProcessInstanceState.COMPLETED))
                                .send()
                                .join()
                                .items()
                                .size()
                        == 1);
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
        if (!nextGroup.isEmpty()) {
            tasks(instance, nextGroup, least);
            next.add(System.nanoTime() - asked);
        }
    }

    private List<UserTask> tasks(long instance, String group, int least) throws InterruptedException {
        var found = new ArrayList<UserTask>();
        until("tasks of " + group, () -> {
            polls.incrementAndGet();
            found.clear();
            found.addAll(client.newUserTaskSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance)
                            .candidateGroup(group)
                            .state(io.camunda.client.api.search.enums.UserTaskState.CREATED))
                    .send()
                    .join()
                    .items());
            return found.size() >= least;
        });
        return found;
    }

    final AtomicLong polls = new AtomicLong();

    private static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) throw new IllegalStateException("In vain: " + what);
            Thread.sleep(1);
        }
    }

    @Override
    public void close() {
        workers.forEach(JobWorker::close);
    }
}
