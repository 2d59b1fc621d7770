package org.konsil.access;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's session remembers of its sign-in.
 *
 * @param key by which the session is found again from elsewhere; not the one in the cookie
 * @param groups that were held at the sign-in
 * @param since when it began
 * @param seen the last request that a person made
 */
record SessionState(String key, String userId, Set<String> groups, Instant since, Instant seen, SignInProof proof)
        implements Serializable {

    private static final String ATTRIBUTE = SessionState.class.getName();

    static @Nullable SessionState of(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof SessionState state ? state : null;
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    SessionState seenAt(Instant now) {
        return new SessionState(key, userId, groups, since, now, proof);
    }

    SessionState provedBy(SignInProof fresh) {
        return new SessionState(key, userId, groups, since, seen, fresh);
    }
}
