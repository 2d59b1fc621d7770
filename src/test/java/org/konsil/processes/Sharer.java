package org.konsil.processes;

import io.camunda.process.test.api.CamundaProcessTestContext;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Stands in for a worker that shares something: it may find the consent missing, and says so as the product's workers do. */
final class Sharer {

    private final AtomicInteger missing = new AtomicInteger();

    static Sharer at(CamundaProcessTestContext context, String jobType, Supplier<Map<String, Object>> answer) {
        var sharer = new Sharer();
        context.mockJobWorker(jobType).withHandler((jobs, job) -> {
            if (sharer.missing.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
                jobs.newThrowErrorCommand(job.getKey())
                        .errorCode("not-agreed")
                        .send()
                        .join();
            } else {
                jobs.newCompleteCommand(job).variables(answer.get()).send().join();
            }
        });
        return sharer;
    }

    /** The next time there is no consent. */
    void findsNoConsent() {
        findsNoConsent(1);
    }

    void findsNoConsent(int times) {
        missing.set(times);
    }
}
