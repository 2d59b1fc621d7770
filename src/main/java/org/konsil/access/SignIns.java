package org.konsil.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.web.Problems;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What happens when somebody has signed in at the page, or could not; both stand in the history. */
@Component
class SignIns extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    private static final Actor NOBODY = Actor.of("anonymous");

    private final Audit audit;
    private final Accounts accounts;
    private final Problems problems;

    SignIns(Audit audit, Accounts accounts, Problems problems) {
        this.audit = audit;
        this.accounts = accounts;
        this.problems = problems;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        audit.recordApart(
                new Entry(Actor.of(who.getName()), "signed-in", null, null, null, Entry.Outcome.DONE, null, Map.of()));
        super.onAuthenticationSuccess(request, response, who);
    }

    /** A name that is no account is not noted: people type their password into the wrong field. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        if (failed instanceof InternalAuthenticationServiceException) {
            problems.answer(request, response, problems.of(503, "database-down"));
            return;
        }
        var name = request.getParameter("username");
        var who = name != null && accounts.find(name).isPresent() ? Actor.of(name) : NOBODY;
        audit.recordApart(Entry.refused(who, "sign-in", null, "wrong-credentials"));
        response.sendRedirect(request.getContextPath() + "/sign-in?wrong");
    }
}
