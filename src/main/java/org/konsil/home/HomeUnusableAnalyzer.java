package org.konsil.home;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class HomeUnusableAnalyzer extends AbstractFailureAnalyzer<HomeUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HomeUnusable cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Give the service's user the right to write there and make room, or name another folder with"
                        + " --konsil.home=... or KONSIL_HOME.",
                cause);
    }
}
