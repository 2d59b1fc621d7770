package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Finds the proof in the token, in the password that came with the call, or in the session. */
@Component
class RequestStepUp implements StepUp {

    /** Set when a password was checked for this very request. */
    static final String PASSWORD_CHECKED = RequestStepUp.class.getName() + ".password";

    private final SignInSettings settings;
    private final Clock clock;
    private final Sessions sessions;

    RequestStepUp(SignInSettings settings, Clock clock, Sessions sessions) {
        this.settings = settings;
        this.clock = clock;
        this.sessions = sessions;
    }

    @Override
    public Optional<Proof> require(String formId) {
        var rule = settings.stepUp();
        if (!rule.forms().contains(formId)) {
            return Optional.empty();
        }
        var proof = proof();
        var at = proof == null ? null : proof.at();
        if (proof == null || at == null || !proof.meets(rule, clock.instant())) {
            throw new StrongerSignIn(rule.acrValues(), rule.maxAge());
        }
        return Optional.of(new Proof(proof.acr(), at));
    }

    /** The session's sign-in is strong and fresh enough for acts that bind. */
    boolean isMet(HttpServletRequest request) {
        var proof = sessions.proof(request.getSession(false));
        return proof != null && proof.meets(settings.stepUp(), clock.instant());
    }

    private @Nullable SignInProof proof() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken bearer) {
            return SignInProof.of(bearer.getTokenAttributes(), clock.instant(), clock);
        }
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return null;
        }
        var request = attributes.getRequest();
        return request.getAttribute(PASSWORD_CHECKED) == null
                ? sessions.proof(request.getSession(false))
                : SignInProof.byPassword(clock);
    }
}
