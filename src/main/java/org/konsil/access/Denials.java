package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.konsil.web.Marks;
import org.konsil.web.Problem;
import org.konsil.web.Problems;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers 401 and 403 in words, and writes them into the history. */
@Component
class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;
    private final Marks marks;

    Denials(Problems problems, Marks marks) {
        this.problems = problems;
        this.marks = marks;
    }

    /** Programs that call without or with wrong credentials. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException denied)
            throws IOException {
        if (denied instanceof InternalAuthenticationServiceException) {
            problems.answer(request, response, problems.of(503, "database-down"));
            return;
        }
        // a browser that was asked would open a window of its own and send the password along for good
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Konsil\", charset=\"UTF-8\"");
        }
        deny(request, response, problems.of(401, "not-signed-in"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        deny(request, response, problems.of(403, denied instanceof CsrfException ? "page-expired" : "not-your-role"));
    }

    private void deny(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        marks.refused(request, problem);
        problems.answer(request, response, problem);
    }
}
