package org.konsil.web.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who sends its requests a byte at a time holds on to few of them: so many may be under way from one address at once. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
class InFlight extends OncePerRequestFilter {

    /** This machine itself: programs beside ours, and proxies that do not say for whom they ask. */
    private static final Set<String> HERE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    private final ConcurrentHashMap<String, Integer> underWay = new ConcurrentHashMap<>();
    private final RateLimits limits;
    private final TooMany tooMany;

    InFlight(RateLimits limits, TooMany tooMany) {
        this.limits = limits;
        this.tooMany = tooMany;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HERE.contains(request.getRemoteAddr());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = request.getRemoteAddr();
        try {
            if (underWay.merge(address, 1, Integer::sum) > limits.atOnceOfAddress()) {
                tooMany.answer(request, response, new Allowances.Key("at-once", address), Duration.ofSeconds(5));
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            underWay.computeIfPresent(address, (any, count) -> count > 1 ? count - 1 : null);
        }
    }
}
