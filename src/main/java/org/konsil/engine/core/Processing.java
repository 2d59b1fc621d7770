package org.konsil.engine.core;

import io.camunda.zeebe.scheduler.future.ActorFuture;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The stream processor, asked with patience that ends: one that hangs must not hold up who asks. */
final class Processing implements AutoCloseable {

    /** How long one that stands still anyway is waited for. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(1);

    private final StreamProcessor processor;
    private final Heartbeat heartbeat;
    private final Duration patience;

    Processing(StreamProcessor processor, Heartbeat heartbeat, Duration patience) {
        this.processor = processor;
        this.heartbeat = heartbeat;
        this.patience = patience;
    }

    void open() {
        processor.openAsync(false).join();
    }

    long processedPosition() {
        return answer(processor.getLastProcessedPositionAsync());
    }

    long writtenPosition() {
        return answer(processor.getLastWrittenPositionAsync());
    }

    boolean hasReachedTheEnd() {
        return answer(processor.hasProcessingReachedTheEnd());
    }

    void pause() {
        answer(processor.pauseProcessing());
    }

    void resume() {
        processor.resumeProcessing();
    }

    /** What is wrong with it, if anything. */
    Optional<String> complaint() {
        return heartbeat.complaint().or(() -> {
            var report = processor.getHealthReport();
            return report.isHealthy() ? Optional.empty() : Optional.of("The engine's processor: " + report);
        });
    }

    private <T> T answer(ActorFuture<T> future) {
        try {
            var most = heartbeat.complaint().isEmpty() ? patience : LAST_CHANCE;
            return future.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the engine's processor was asked", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The engine's processor does not answer", e);
        }
    }

    /** Fails when it does not stop; then it may still use the state. */
    @Override
    public void close() {
        answer(processor.closeAsync());
    }
}
