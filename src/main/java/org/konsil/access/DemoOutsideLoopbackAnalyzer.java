package org.konsil.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DemoOutsideLoopbackAnalyzer extends AbstractFailureAnalyzer<DemoOutsideLoopback> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoOutsideLoopback cause) {
        return new FailureAnalysis(
                cause.getMessage() + ": its accounts have a password that everybody knows.",
                "Leave server.address at 127.0.0.1, or start without the profile demo and with accounts of your own.",
                cause);
    }
}
