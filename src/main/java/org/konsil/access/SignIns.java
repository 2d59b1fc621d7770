package org.konsil.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.web.Problem;
import org.konsil.web.Problems;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What happens when somebody has signed in, here or at the provider, or could not; both stand in the history. */
@Component
class SignIns extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    static final Actor NOBODY = Actor.of("anonymous");

    private final Audit audit;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInAgain again;
    private final Problems problems;

    SignIns(Audit audit, Accounts accounts, Sessions sessions, SignInAgain again, Problems problems) {
        this.audit = audit;
        this.accounts = accounts;
        this.sessions = sessions;
        this.again = again;
        this.problems = problems;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        var asked = again.take(request.getSession());
        if (asked != null && !asked.userId().equals(who.getName())) {
            audit.recordApart(Entry.refused(Actor.of(who.getName()), "sign-in", null, "another-person"));
            sessions.end(request.getSession(), "another-person");
            problems.answer(request, response, problems.of(403, "another-person"));
            return;
        }
        var state = sessions.begin(request.getSession(), who);
        audit.recordApart(signedIn(who, state));
        if (asked == null) {
            super.onAuthenticationSuccess(request, response, who);
        } else if (again.isMet(request)) {
            clearAuthenticationAttributes(request);
            getRedirectStrategy().sendRedirect(request, response, asked.back());
        } else {
            audit.recordApart(Entry.refused(Actor.of(who.getName()), "sign-in", null, "not-strong-enough"));
            problems.answer(request, response, problems.of(403, "not-strong-enough"));
        }
    }

    private static Entry signedIn(Authentication who, SessionState state) {
        var entry =
                new Entry(Actor.of(who.getName()), "signed-in", null, null, null, Entry.Outcome.DONE, null, Map.of());
        var acr = state.proof().acr();
        return acr == null ? entry : entry.with("acr", acr);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        switch (failed) {
            case InternalAuthenticationServiceException down ->
                problems.answer(request, response, problems.databaseAway());
            case ClaimRefused refused -> {
                refuse(refused.userId(), refused.code());
                problems.answer(request, response, problems.of(403, refused.code(), refused.arguments()));
            }
            case BadCredentialsException wrong -> wrongPassword(request, response);
            case AccountStatusException shut -> wrongPassword(request, response);
            default -> problems.answer(request, response, notGranted(failed));
        }
    }

    /** The provider's own words may come from anybody who can send a link, so only its code is noted. */
    private Problem notGranted(AuthenticationException failed) {
        if (ProviderAway.isCauseOf(failed)) {
            return problems.of(503, "provider-away");
        }
        var said = failed instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "";
        var code = said.matches("[a-z_]{1,60}") ? said : "sign-in-failed";
        refuse(null, code);
        return problems.of(403, code.equals("access_denied") ? "provider-denied" : "sign-in-failed");
    }

    /** A name that is no account is not noted: people type their password into the wrong field. */
    private void wrongPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = request.getParameter("username");
        refuse(name != null && accounts.find(name).isPresent() ? name : null, "wrong-credentials");
        response.sendRedirect(request.getContextPath() + "/sign-in?wrong");
    }

    private void refuse(@Nullable String userId, String why) {
        audit.recordApart(Entry.refused(userId == null ? NOBODY : Actor.of(userId), "sign-in", null, why));
    }
}
