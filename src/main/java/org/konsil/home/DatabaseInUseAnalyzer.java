package org.konsil.home;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** H2 says with error 90020 that another process holds the database file. */
class DatabaseInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final int DATABASE_ALREADY_OPEN = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        return cause.getErrorCode() != DATABASE_ALREADY_OPEN
                ? null
                : new FailureAnalysis(
                        "The data folder is in use: another Konsil has its database open.",
                        "Stop the other one, or give this one a folder of its own with --konsil.home=... or KONSIL_HOME.",
                        cause);
    }
}
