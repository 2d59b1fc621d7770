package org.konsil.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class MasterKeyAnalyzer extends AbstractFailureAnalyzer<MasterKeyUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MasterKeyUnusable cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set KONSIL_MASTER_KEY, or KONSIL_MASTER_KEY_FILE to a file, to the installation's own 32 random bytes in"
                        + " Base64 (a new installation makes them with: openssl rand -base64 32). To look around with"
                        + " invented patients, start with --spring.profiles.active=demo.",
                cause);
    }
}
