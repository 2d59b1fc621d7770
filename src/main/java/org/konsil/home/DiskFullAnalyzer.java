package org.konsil.home;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DiskFullAnalyzer extends AbstractFailureAnalyzer<IOException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, IOException cause) {
        return !String.valueOf(cause.getMessage()).contains("No space left")
                ? null
                : new FailureAnalysis(
                        "The disk of the data folder is full.",
                        "Make room there, or name another folder with --konsil.home=... or KONSIL_HOME.",
                        cause);
    }
}
