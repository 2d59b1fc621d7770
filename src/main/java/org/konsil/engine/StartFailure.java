package org.konsil.engine;

import org.jspecify.annotations.Nullable;
import org.konsil.engine.log.LogDamaged;
import org.konsil.engine.state.EngineFolderRefused;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows, instead of a stack trace, the sentence with which the engine refuses to start. Comes before those who would word the cause in general. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailure implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof EngineFolderRefused || cause instanceof LogDamaged || cause instanceof StartRefused)
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
        return null;
    }
}
