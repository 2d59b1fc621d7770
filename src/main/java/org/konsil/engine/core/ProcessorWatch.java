package org.konsil.engine.core;

import io.camunda.zeebe.stream.api.ReadonlyStreamProcessorContext;
import io.camunda.zeebe.stream.api.StreamProcessorLifecycleAware;
import java.util.concurrent.CompletableFuture;
import org.konsil.engine.state.EngineFolderRefused;

/** Learns when the processor has replayed the log, and when it gave up. */
final class ProcessorWatch implements StreamProcessorLifecycleAware {

    static final String FAILED =
            "The engine's processor failed, see the log above; what was acknowledged is safe, a restart replays it.";

    private final CompletableFuture<Void> recovered = new CompletableFuture<>();
    private final Runnable onRecovery;
    private final Runnable onFailure;
    private volatile boolean failed;

    ProcessorWatch(Runnable onRecovery, Runnable onFailure) {
        this.onRecovery = onRecovery;
        this.onFailure = onFailure;
    }

    @Override
    public void onRecovered(ReadonlyStreamProcessorContext context) {
        onRecovery.run();
        recovered.complete(null);
    }

    @Override
    public void onFailed() {
        failed = true;
        recovered.completeExceptionally(new EngineFolderRefused(FAILED));
        onFailure.run();
    }

    CompletableFuture<Void> recovered() {
        return recovered;
    }

    boolean failed() {
        return failed;
    }
}
