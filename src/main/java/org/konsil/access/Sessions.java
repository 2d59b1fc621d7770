package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Group;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Begins and ends browsers' sessions. */
@Component
class Sessions {

    private final SessionLedger ledger;
    private final Accounts accounts;
    private final SignInSettings settings;
    private final Audit audit;
    private final Clock clock;

    Sessions(SessionLedger ledger, Accounts accounts, SignInSettings settings, Audit audit, Clock clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody has signed in; whoever was signed in before in this browser is no longer. */
    SessionState begin(HttpSession session, Authentication who) {
        var before = SessionState.of(session);
        if (before != null) {
            ledger.end(before.key(), "signed-in-again");
        }
        var token = who.getPrincipal() instanceof OidcUser user ? user.getIdToken() : null;
        var key = ledger.begin(
                who.getName(),
                token == null ? null : token.getSubject(),
                token == null ? null : token.getClaimAsString("sid"));
        var groups = Authorities.groups(who).stream().map(Group::toString).collect(Collectors.toUnmodifiableSet());
        var now = clock.instant();
        var proof = token == null
                ? SignInProof.byPassword(clock)
                : SignInProof.of(token.getClaims(), token.getIssuedAt(), clock);
        var state = new SessionState(key, who.getName(), groups, now, now, proof);
        state.keepIn(session);
        return state;
    }

    /** Why the session must not go on; empty if it may, or if nobody is signed in by it. */
    Optional<String> verdict(HttpSession session) {
        var state = SessionState.of(session);
        if (state == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        if (state.seen().plus(settings.idle()).isBefore(now)) {
            return Optional.of("idle");
        }
        if (state.since().plus(settings.absolute()).isBefore(now)) {
            return Optional.of("too-long");
        }
        return ledger.ended(state.key()).or(() -> rights(state));
    }

    /** A person was here; what a page asks for on its own is no sign of one. */
    void seen(HttpSession session, HttpServletRequest request) {
        var state = SessionState.of(session);
        if (state != null && !asksOnItsOwn(request)) {
            state.seenAt(clock.instant()).keepIn(session);
        }
    }

    void end(HttpSession session, String why) {
        var state = SessionState.of(session);
        if (state != null) {
            ledger.end(state.key(), why);
            note(state.userId(), why);
        }
        session.invalidate();
    }

    /** All sessions of the person, wherever they are. */
    void endAllOf(String userId, String why) {
        ledger.endAllOf(userId, why);
    }

    @Nullable
    SignInProof proof(@Nullable HttpSession session) {
        var state = SessionState.of(session);
        return state == null ? null : state.proof();
    }

    private Optional<String> rights(SessionState state) {
        var account = accounts.find(state.userId());
        if (account.isEmpty() || !account.get().active()) {
            return Optional.of("deactivated");
        }
        var held = account.get().person().groups().stream().map(Group::toString).collect(Collectors.toSet());
        return held.containsAll(state.groups()) ? Optional.empty() : Optional.of("rights-changed");
    }

    private static boolean asksOnItsOwn(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getHeader("Konsil-Live") != null || accept != null && accept.startsWith("text/event-stream");
    }

    private void note(String userId, String why) {
        audit.recordApart(
                new Entry(Actor.of(userId), "signed-out", null, null, null, Entry.Outcome.DONE, why, Map.of()));
    }
}
