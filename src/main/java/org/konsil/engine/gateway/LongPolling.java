package org.konsil.engine.gateway;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.konsil.engine.core.Command;
import org.konsil.engine.core.Commands;
import org.konsil.engine.core.JobArrivals;

/** Activates jobs; who waits, waits in one line per job type and is woken by arrivals, so that idle workers cost nothing. */
public final class LongPolling implements JobActivation {

    private final Commands commands;
    private final JobArrivals arrivals;
    private final Map<String, JobLine> lines = new ConcurrentHashMap<>();
    private final Set<CompletableFuture<List<ActivatedJob>>> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    public LongPolling(Commands commands, JobArrivals arrivals) {
        this.commands = commands;
        this.arrivals = arrivals;
    }

    @Override
    public CompletableFuture<List<ActivatedJob>> activate(JobBatchRecord request, Duration longPoll) {
        var caller = new CompletableFuture<List<ActivatedJob>>();
        var attempt = new ActivationAttempt(commands, request, jobs -> {
            if (!caller.complete(jobs)) giveBack(jobs);
        });
        if (longPoll.isPositive()) {
            var line = lines.computeIfAbsent(request.getType(), type -> new JobLine(type, arrivals));
            var place = line.join(attempt, caller::completeExceptionally);
            waiting.add(caller);
            var unused = caller.whenComplete((jobs, error) -> {
                waiting.remove(caller);
                line.leave(place);
            });
            if (ended) caller.complete(List.of());
            return caller.completeOnTimeout(List.of(), longPoll.toMillis(), TimeUnit.MILLISECONDS);
        }
        var unused = attempt.run().whenComplete((got, error) -> {
            if (error != null) caller.completeExceptionally(error);
            else if (!got) caller.complete(List.of());
        });
        return caller;
    }

    /** Tells all who wait that there is nothing for them, now and from now on. */
    public void end() {
        ended = true;
        waiting.forEach(caller -> caller.complete(List.of()));
    }

    @Override
    public void giveBack(List<ActivatedJob> jobs) {
        for (var job : jobs) {
            var unused = commands.send(Command.on(job.key(), ValueType.JOB, JobIntent.YIELD, job.job()));
        }
    }
}
