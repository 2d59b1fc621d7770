package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.konsil.web.Marks;
import org.konsil.web.Problem;
import org.konsil.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers 401 and 403 in words, and writes them into the history. */
@Component
class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;
    private final Marks marks;
    private final SignInWays ways;

    Denials(Problems problems, Marks marks, SignInWays ways) {
        this.problems = problems;
        this.marks = marks;
        this.ways = ways;
    }

    /** Programs that call without or with wrong credentials, or with ones that are not enough. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException denied)
            throws IOException {
        switch (denied) {
            case InternalAuthenticationServiceException down ->
                problems.answer(request, response, problems.databaseAway());
            case ProviderAway away -> problems.answer(request, response, problems.of(503, "provider-away"));
            case ClaimRefused refused -> {
                challenge(response, "Bearer error=\"insufficient_scope\"");
                deny(request, response, problems.of(403, refused.code(), refused.arguments()));
            }
            case StrongerSignIn stronger -> {
                challenge(response, stronger.challenge());
                deny(request, response, problems.of(401, StrongerSignIn.CODE));
            }
            case InvalidBearerTokenException invalid -> {
                challenge(response, "Bearer error=\"invalid_token\"");
                deny(request, response, problems.of(401, "token-not-valid"));
            }
            default -> askForCredentials(request, response);
        }
    }

    private void askForCredentials(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // a browser that was asked would open a window of its own and send the password along for good
        if (ways.passwords() && request.getHeader("Sec-Fetch-Mode") == null) {
            challenge(response, "Basic realm=\"Konsil\", charset=\"UTF-8\"");
        }
        if (ways.tokens()) {
            challenge(response, "Bearer");
        }
        deny(request, response, problems.of(401, "not-signed-in"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        deny(request, response, problems.of(403, denied instanceof CsrfException ? "page-expired" : "not-your-role"));
    }

    private static void challenge(HttpServletResponse response, String challenge) {
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    private void deny(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        marks.refused(request, problem);
        problems.answer(request, response, problem);
    }
}
