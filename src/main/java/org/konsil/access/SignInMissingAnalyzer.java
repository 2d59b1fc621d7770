package org.konsil.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class SignInMissingAnalyzer extends AbstractFailureAnalyzer<SignInMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SignInMissing cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set konsil.sign-in.issuer (KONSIL_ISSUER), konsil.sign-in.client-id and konsil.sign-in.client-secret to what"
                        + " your provider gave you; src/docs/security/sign-in.md has recipes. To look around with invented"
                        + " patients, start with --spring.profiles.active=demo.",
                cause);
    }
}
