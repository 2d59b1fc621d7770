package org.konsil.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.konsil.web.Problems;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks at each request's session: idle or open for too long, ended elsewhere, or of somebody whose rights have changed. */
class SessionWatch extends OncePerRequestFilter {

    private final Sessions sessions;
    private final Problems problems;
    private final RequestCache comingBack;

    SessionWatch(Sessions sessions, Problems problems, RequestCache comingBack) {
        this.sessions = sessions;
        this.problems = problems;
        this.comingBack = comingBack;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var why = session == null ? Optional.<String>empty() : verdict(session, request);
        if (session != null && why.isPresent()) {
            sessions.end(session, why.get());
            if (!problems.forPrograms(request)) {
                askToSignIn(request, response, why.get());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** While the database is away nothing can be asked, and nothing of anybody's can be shown either. */
    private Optional<String> verdict(HttpSession session, HttpServletRequest request) {
        try {
            var why = sessions.verdict(session);
            if (why.isEmpty()) {
                sessions.seen(session, request);
            }
            return why;
        } catch (DataAccessException | TransactionException e) {
            return Optional.empty();
        }
    }

    /** A page that was asked for is shown after the next sign-in. */
    private void askToSignIn(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        var isPage = String.valueOf(request.getHeader("Accept")).contains("text/html");
        if (isPage
                && request.getMethod().equals("GET")
                && !request.getRequestURI().contains("/sign-in")) {
            comingBack.saveRequest(request, response);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/sign-in?ended=" + why);
    }
}
