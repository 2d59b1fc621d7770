package org.konsil.process;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.JobKind;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens when a worker's job does not succeed. A refusal that the model can catch becomes a BPMN error; anything else
 * is tried again, ever more slowly, without using up retries. The engine learns the exception's class and a reference
 * number, never its text, which may speak of a patient.
 */
@Component
class JobFailures implements JobExceptionHandlingStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final ProcessFiles files;
    private final Map<Long, Integer> attempts = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > REMEMBERED;
        }
    });

    JobFailures(ProcessFiles files) {
        this.files = files;
    }

    @Override
    public void handleException(Exception exception, ExceptionHandlingContext context) {
        var job = context.job();
        if (exception instanceof Refusal refusal && mayCatch(job, refusal)) {
            context.jobClient()
                    .newThrowErrorCommand(job.getKey())
                    .errorCode(refusal.errorCode())
                    .send()
                    .exceptionally(failure -> unheard(job, failure));
            return;
        }
        var reference = UUID.randomUUID().toString().substring(0, 8);
        log(exception, job, reference);
        context.jobClient()
                .newFailCommand(job.getKey())
                .retries(job.getRetries())
                .retryBackoff(Delivery.pause(attempts.merge(job.getKey(), 1, Integer::sum) + 1, LONGEST))
                .errorMessage(exception.getClass().getName() + ", reference " + reference)
                .send()
                .exceptionally(failure -> unheard(job, failure));
    }

    private boolean mayCatch(ActivatedJob job, Refusal refusal) {
        return job.getKind() == JobKind.BPMN_ELEMENT && files.catches(job.getBpmnProcessId(), refusal.errorCode());
    }

    private static void log(Exception exception, ActivatedJob job, String reference) {
        var where = Arrays.stream(exception.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.konsil."))
                .limit(3)
                .toList();
        var cause = exception.getCause() == null
                ? null
                : exception.getCause().getClass().getName();
        LOG.warn(
                "Job {} ({} in {}) is to be tried again, reference {}: {} caused by {} at {}",
                job.getKey(),
                job.getType(),
                job.getBpmnProcessId(),
                reference,
                exception instanceof Refusal refusal
                        ? "refused as " + refusal.code()
                        : exception.getClass().getName(),
                cause,
                where);
        LOG.debug("Reference {}", reference, exception);
    }

    private static <T> @Nullable T unheard(ActivatedJob job, Throwable failure) {
        LOG.info(
                "The engine did not hear that job {} failed ({}); it hands it out again after its timeout",
                job.getKey(),
                failure.getClass().getSimpleName());
        return null;
    }
}
