package org.konsil.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Work for workers. */
final class JobCalls {

    private static final long NONE = 4711;

    static final ClientCall[] TABLE = {
        ClientCall.both(
                "newActivateJobsCommand",
                w -> {
                    var job = w.job();
                    assertThat(job.getBpmnProcessId()).isEqualTo("job");
                    assertThat(job.getVariablesAsMap()).containsEntry("x", 1);
                    w.client().newCompleteCommand(job).send().join();
                    return job;
                },
                400,
                Code.INVALID_ARGUMENT,
                w -> w.client()
                        .newActivateJobsCommand()
                        .jobType("work")
                        .maxJobsToActivate(0)
                        .send()
                        .join()),
        ClientCall.both(
                "newCompleteCommand",
                w -> w.client()
                        .newCompleteCommand(w.job())
                        .variables(Map.of("y", 2))
                        .send()
                        .join(),
                404,
                Code.NOT_FOUND,
                w -> w.client().newCompleteCommand(NONE).send().join()),
        ClientCall.both(
                "newFailCommand",
                w -> {
                    var job = w.job();
                    w.client()
                            .newFailCommand(job)
                            .retries(2)
                            .errorMessage("later")
                            .send()
                            .join();
                    var again = w.activate();
                    assertThat(again.getKey()).isEqualTo(job.getKey());
                    return w.client().newCompleteCommand(again).send().join();
                },
                404,
                Code.NOT_FOUND,
                w -> w.client().newFailCommand(NONE).retries(1).send().join()),
        ClientCall.both(
                "newThrowErrorCommand",
                w -> w.client()
                        .newThrowErrorCommand(w.job())
                        .errorCode("lost")
                        .send()
                        .join(),
                404,
                Code.NOT_FOUND,
                w -> w.client()
                        .newThrowErrorCommand(NONE)
                        .errorCode("lost")
                        .send()
                        .join()),
        ClientCall.rest(
                "newUpdateJobCommand",
                w -> w.client()
                        .newUpdateJobCommand(w.job())
                        .update(7, 60_000L)
                        .send()
                        .join(),
                404,
                w -> w.client()
                        .newUpdateJobCommand(NONE)
                        .updateRetries(1)
                        .send()
                        .join()),
        ClientCall.both(
                "newUpdateRetriesCommand",
                w -> w.client()
                        .newUpdateRetriesCommand(w.job())
                        .retries(7)
                        .send()
                        .join(),
                404,
                Code.NOT_FOUND,
                w -> w.client().newUpdateRetriesCommand(NONE).retries(1).send().join()),
        ClientCall.both(
                "newUpdateTimeoutCommand",
                w -> w.client()
                        .newUpdateTimeoutCommand(w.job())
                        .timeout(Duration.ofMinutes(1))
                        .send()
                        .join(),
                404,
                Code.NOT_FOUND,
                w -> w.client()
                        .newUpdateTimeoutCommand(NONE)
                        .timeout(Duration.ofMinutes(1))
                        .send()
                        .join()),
        ClientCall.rest(
                "newJobSearchRequest",
                w -> {
                    long job = w.job().getKey();
                    return World.first(w.client().newJobSearchRequest().filter(it -> it.jobKey(job)));
                },
                400,
                w -> w.client()
                        .newJobSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.both(
                "newWorker",
                w -> {
                    var seen = new LinkedBlockingQueue<ActivatedJob>();
                    try (var worker = w.client()
                            .newWorker()
                            .jobType("work")
                            .handler((jobs, job) -> {
                                jobs.newCompleteCommand(job).send().join();
                                seen.add(job);
                            })
                            .open()) {
                        w.start("job", Map.of());
                        return seen.poll(10, TimeUnit.SECONDS);
                    }
                },
                400, // a worker tries again for ever; what it asks is refused all the same
                Code.INVALID_ARGUMENT,
                w -> w.client()
                        .newActivateJobsCommand()
                        .jobType(" ")
                        .maxJobsToActivate(1)
                        .send()
                        .join()),
        ClientCall.both(
                "newStreamJobsCommand",
                w -> {
                    var seen = new LinkedBlockingQueue<ActivatedJob>();
                    var stream = w.client()
                            .newStreamJobsCommand()
                            .jobType("work")
                            .consumer(seen::add)
                            .send();
                    try {
                        return firstPushed(w, seen);
                    } finally {
                        stream.cancel(true);
                    }
                },
                0, // the client streams over gRPC only
                Code.INVALID_ARGUMENT,
                w -> w.client()
                        .newStreamJobsCommand()
                        .jobType("work")
                        .consumer(job -> {})
                        .timeout(Duration.ZERO)
                        .send()
                        .join()),
    };

    private JobCalls() {}

    /** The answer does not say since when the stream is open: a job that is there before it is not pushed, the next one is. */
    private static @Nullable ActivatedJob firstPushed(World w, BlockingQueue<ActivatedJob> seen)
            throws InterruptedException {
        for (int attempt = 0; attempt < 10; attempt++) {
            w.start("job", Map.of());
            var pushed = seen.poll(1, TimeUnit.SECONDS);
            if (pushed != null) {
                return pushed;
            }
        }
        return null;
    }
}
