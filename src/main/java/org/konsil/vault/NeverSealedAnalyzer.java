package org.konsil.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do with a database whose content was never sealed. */
class NeverSealedAnalyzer extends AbstractFailureAnalyzer<NeverSealed> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NeverSealed cause) {
        return new FailureAnalysis(
                cause.getMessage() + ", as versions under development kept it. Nothing was changed.",
                "Start the version that wrote it last with its keys: it seals what is in the open. Then start this one. Or begin with an"
                        + " empty data folder and database.",
                cause);
    }
}
