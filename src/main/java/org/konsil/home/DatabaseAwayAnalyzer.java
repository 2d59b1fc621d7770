package org.konsil.home;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Words for a database that lets nobody in; the classes of SQL states are those of the SQL standard. */
class DatabaseAwayAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final Map<String, String> WHY = Map.of(
            "08", "does not answer",
            "28", "refuses the user or the password",
            "3D", "does not exist",
            "57", "is just starting or stopping");

    private final Environment environment;

    DatabaseAwayAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        var state = cause.getSQLState();
        var why = state == null || state.length() < 2 ? null : WHY.get(state.substring(0, 2));
        return why == null
                ? null
                : new FailureAnalysis(
                        "The database %s %s (%s).".formatted(address(), why, cause.getMessage()),
                        "Start the database, or correct KONSIL_DATABASE_URL, KONSIL_DATABASE_USER and KONSIL_DATABASE_PASSWORD.",
                        cause);
    }

    /** Without what follows the question mark, which may be a password. */
    private String address() {
        var url = environment.getProperty("spring.datasource.url", "");
        return url.split("[?;]", 2)[0];
    }
}
