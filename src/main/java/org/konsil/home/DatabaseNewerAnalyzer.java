package org.konsil.home;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A database that was brought further than this program knows: it must not be written by an older one. */
class DatabaseNewerAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return !String.valueOf(cause.getMessage()).contains("not resolved locally")
                ? null
                : new FailureAnalysis(
                        "The database was written by a newer version of Konsil.",
                        "Start that version or a later one, or restore a backup that this version made.",
                        cause);
    }
}
