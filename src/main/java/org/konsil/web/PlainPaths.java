package org.konsil.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An address has one spelling. Letters, digits and marks that need no percent sign (RFC 3986, section 2.3) are not written with one, so that
 * what looks at addresses as they were sent (limits, policies) sees the same as what finds the page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class PlainPaths extends OncePerRequestFilter {

    private static final Pattern DISGUISED =
            Pattern.compile("%(?:2[dDeE]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA]|5[fF]|7[eE])");

    private final Problems problems;

    PlainPaths(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (DISGUISED.matcher(request.getRequestURI()).find()) {
            problems.answer(request, response, problems.of(400, "http-400"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
