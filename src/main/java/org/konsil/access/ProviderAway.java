package org.konsil.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** The OpenID provider does not answer; nobody can be let in just now, and nobody did anything wrong. */
class ProviderAway extends AuthenticationException {

    private static final long serialVersionUID = 1;

    ProviderAway(Throwable cause) {
        super("The OpenID provider does not answer", cause);
    }

    static boolean isCauseOf(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProviderAway || cause instanceof java.net.ConnectException) {
                return true;
            }
        }
        return false;
    }
}
