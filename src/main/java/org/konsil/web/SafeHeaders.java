package org.konsil.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers what they may do with an answer, before anything else is done with the request: also refusals carry it. What a
 * later part sets itself is kept beside it, and browsers heed all policies at once. Spring Security adds what depends on the connection (HSTS)
 * and keeps personal pages out of every cache.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SafeHeaders extends OncePerRequestFilter {

    static final String POLICY = "Content-Security-Policy";

    private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none';"
            + " frame-ancestors 'none'";

    /** bpmn-js lays its mark and its labels out with style attributes; styles in elements stay forbidden. */
    private static final String DIAGRAMS = PAGES + "; style-src-attr 'unsafe-inline'";

    /** Answers for programs are never shown as pages. */
    private static final String PROGRAMS =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private static final Pattern WITH_DIAGRAM = Pattern.compile("/cases/(?!new$|import$|open$|search$)[^/]+");

    static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Permitted-Cross-Domain-Policies", "none",
            "Permissions-Policy",
                    "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(),"
                            + " encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(),"
                            + " microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(),"
                            + " serial=(), usb=(), web-share=(), xr-spatial-tracking=()");

    private final Problems problems;

    SafeHeaders(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ALWAYS.forEach(response::setHeader);
        response.setHeader(POLICY, policy(request));
        chain.doFilter(request, response);
    }

    private String policy(HttpServletRequest request) {
        if (problems.forPrograms(request)) {
            return PROGRAMS;
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return WITH_DIAGRAM.matcher(path).matches() ? DIAGRAMS : PAGES;
    }

    /** For what the server answers before any filter. */
    static String policyOfPrograms() {
        return PROGRAMS;
    }
}
