package org.konsil.web.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds what costs much or tells much: searches, lists, the history; imports and files. Stands after Spring Security. */
@Component
@Order(-50)
class UseLimit extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Pattern SEARCHES = Pattern.compile(
            "(/api/v1)?/(cases|work|work/available|audit|audit/export|search|suggestions)(/.*suggest.*)?");

    private static final Pattern FILES = Pattern.compile("/cases/(import|[^/]+/files)");
    private static final Pattern PACKETS = Pattern.compile("/api/v1/cases/(phenopackets|[^/]+/files)");

    private record Limit(String what, int most) {}

    private final Allowances allowances;
    private final RateLimits limits;
    private final TooMany tooMany;

    UseLimit(Allowances allowances, RateLimits limits, TooMany tooMany) {
        this.allowances = allowances;
        this.limits = limits;
        this.tooMany = tooMany;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limit(request);
        if (limit.isPresent()) {
            var who = request.getUserPrincipal() == null
                    ? request.getRemoteAddr()
                    : request.getUserPrincipal().getName();
            var key = new Allowances.Key(limit.get().what(), who);
            var wait = allowances.take(key, limit.get().most(), MINUTE);
            if (!wait.isZero()) {
                tooMany.answer(request, response, key, wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<Limit> limit(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return switch (request.getMethod()) {
            case "GET" ->
                SEARCHES.matcher(path).matches()
                        ? Optional.of(
                                request.getHeader(HttpHeaders.AUTHORIZATION) == null
                                        ? new Limit("search", limits.searchesOfPerson())
                                        : new Limit("program-search", limits.searchesOfProgram()))
                        : Optional.empty();
            case "POST" ->
                FILES.matcher(path).matches()
                        ? Optional.of(new Limit("files", limits.filesOfPerson()))
                        : PACKETS.matcher(path).matches()
                                ? Optional.of(new Limit("packets", limits.packetsOfProgram()))
                                : Optional.empty();
            default -> Optional.empty();
        };
    }
}
