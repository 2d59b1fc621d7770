package org.konsil.web.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds what costs much or tells much: searches, lists, the history; imports and files. Stands after Spring Security. */
@Component
@Order(-50)
class UseLimit extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** @param program whether it holds for programs or for people; null: for both */
    private record Rule(
            String what,
            String method,
            Pattern path,
            @Nullable Boolean program,
            int most,
            Duration in) {

        boolean holdsFor(HttpServletRequest request, String path) {
            var isProgram = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            return request.getMethod().equals(method)
                    && (program == null || program == isProgram)
                    && this.path.matcher(path).matches();
        }
    }

    private final Allowances allowances;
    private final TooMany tooMany;
    private final List<Rule> rules;

    UseLimit(Allowances allowances, RateLimits limits, TooMany tooMany) {
        this.allowances = allowances;
        this.tooMany = tooMany;
        var lists = Pattern.compile("(/api/v1)?/(cases|cases/search|work|work/available|audit|audit/export)");
        this.rules = List.of(
                new Rule("search", "GET", lists, false, limits.searchesOfPerson(), MINUTE),
                new Rule("program-search", "GET", lists, true, limits.searchesOfProgram(), MINUTE),
                rule("key-search", "(/api/v1)?/cases/search", limits.keySearches(), MINUTE),
                rule("files", "/cases/(import|[^/]+/files)", limits.filesOfPerson(), MINUTE),
                rule("packets", "/api/v1/cases/(phenopackets|[^/]+/files)", limits.packetsOfProgram(), MINUTE),
                // whoever sits before an open session may not try passwords there
                rule("again", "/sign-in/again", limits.failuresHere(), Duration.ofMinutes(15)));
    }

    private static Rule rule(String what, String path, int most, Duration in) {
        return new Rule(what, "POST", Pattern.compile(path), null, most, in);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        for (var rule : rules) {
            if (rule.holdsFor(request, path)) {
                var key = new Allowances.Key(rule.what(), who(request));
                var wait = allowances.take(key, rule.most(), rule.in());
                if (!wait.isZero()) {
                    tooMany.answer(request, response, key, wait);
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    private static String who(HttpServletRequest request) {
        return request.getUserPrincipal() == null
                ? request.getRemoteAddr()
                : request.getUserPrincipal().getName();
    }
}
