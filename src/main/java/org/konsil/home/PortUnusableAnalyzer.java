package org.konsil.home;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Comes before Spring Boot's own, which cannot name our settings. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PortUnusableAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortUnusable unusable) {
                return analysis(unusable.getMessage(), failure);
            }
            if (cause instanceof PortInUseException late) {
                return analysis(
                        "Port %d is in use: another program has just taken it.".formatted(late.getPort()), failure);
            }
        }
        return null;
    }

    private static FailureAnalysis analysis(@Nullable String what, Throwable failure) {
        return new FailureAnalysis(
                what,
                "Stop the other program, or start with another port: --server.port=8081 or KONSIL_PORT=8081.",
                failure);
    }
}
