package org.konsil.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Instances of a process with one service task, so many at once, worked by one streaming worker; times from asking to complete acknowledged. */
final class Throughput {

    private final CamundaClient client;
    private final Map<Long, Long> begun = new ConcurrentHashMap<>();
    private final AtomicLong done = new AtomicLong();
    private Latencies latencies = new Latencies();
    private Semaphore free = new Semaphore(0);

    Throughput(CamundaClient client) {
        this.client = client;
    }

    /** Works for so long with so many instances under way; answers instances per second. */
    double atMost(int inFlight, Duration time) throws InterruptedException {
        return run(inFlight, 0, time, Long.MAX_VALUE);
    }

    /** Works so many instances. */
    void instances(int inFlight, long count) throws InterruptedException {
        run(inFlight, 0, Duration.ofHours(1), count);
    }

    /** Begins so many a second; answers how long each took. */
    Latencies atRate(double perSecond, Duration time) throws InterruptedException {
        run(10_000, perSecond, time, Long.MAX_VALUE);
        return latencies;
    }

    private double run(int inFlight, double perSecond, Duration time, long most) throws InterruptedException {
        free = new Semaphore(inFlight);
        latencies = new Latencies();
        try (var worker = client.newWorker()
                .jobType("work")
                .handler(this::complete)
                .streamEnabled(true)
                .maxJobsActive(256)
                .pollInterval(Duration.ofMillis(100))
                .name("bench")
                .open()) {
            var start = System.nanoTime();
            var before = done.get();
            for (long i = 0; i < most && System.nanoTime() - start < time.toNanos(); i++) {
                if (perSecond > 0) LockSupport.parkNanos(start + (long) (i * 1e9 / perSecond) - System.nanoTime());
                free.acquire();
                create();
            }
            var finished = done.get() - before;
            var elapsed = System.nanoTime() - start;
            free.acquire(inFlight);
            return finished * 1e9 / elapsed;
        }
    }

    private void create() {
        var at = System.nanoTime();
        client.newCreateInstanceCommand()
                .bpmnProcessId("one")
                .latestVersion()
                .variable("t", at)
                .send()
                .whenComplete((instance, error) -> {
                    if (error != null) free.release();
                });
    }

    private void complete(JobClient jobs, ActivatedJob job) {
        long at = ((Number) job.getVariable("t")).longValue();
        jobs.newCompleteCommand(job).send().whenComplete((ok, error) -> {
            if (error == null) {
                latencies.add(System.nanoTime() - at);
                done.incrementAndGet();
            }
            free.release();
        });
    }
}
