package org.konsil.engine.core;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** The program that gets killed: creates instances and completes their jobs, and says each time what was acknowledged. */
final class CrashChild {

    private static final int AT_ONCE = 16;

    private CrashChild() {}

    public static void main(String[] args) throws Exception {
        var settings =
                new CoreSettings(Path.of(args[0]), true, 1 << 16, 500, Duration.ofMillis(150), Duration.ofMillis(20));
        var engine = DurableEngine.open(settings);
        engine.exported(engine::lastCommittedPosition);
        var asks = new Asks(engine);
        asks.deploy();
        var free = new Semaphore(AT_ONCE);
        for (long i = 0; ; i++) {
            free.acquire();
            var unused = create(engine).whenComplete((done, error) -> free.release());
            if (i % 10 == 9) complete(engine, asks.batch(4));
        }
    }

    private static CompletableFuture<Void> create(DurableEngine engine) {
        return engine.send(Asks.creation())
                .thenAccept(answer -> say(
                        "created",
                        answer.as(new ProcessInstanceCreationRecord()).getProcessInstanceKey()));
    }

    private static void complete(DurableEngine engine, JobBatchRecord batch) {
        for (int i = 0; i < batch.getJobKeys().size(); i++) {
            long instance = batch.getJobs().get(i).getProcessInstanceKey();
            say("completing", instance);
            var unused = engine.send(
                            Command.on(batch.getJobKeys().get(i), ValueType.JOB, JobIntent.COMPLETE, new JobRecord()))
                    .thenAccept(answer -> say("completed", instance));
        }
    }

    private static synchronized void say(String what, long instance) {
        System.out.println(what + " " + instance + " .");
        System.out.flush();
    }
}
