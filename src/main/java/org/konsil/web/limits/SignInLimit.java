package org.konsil.web.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the guessing of passwords and tokens: who has failed too often is not even asked, right or wrong, before the time is over.
 * Stands before Spring Security and hears from it what failed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SignInLimit extends OncePerRequestFilter {

    private static final Duration SHORT = Duration.ofMinutes(15);
    private static final Duration LONG = Duration.ofHours(1);

    private record Limit(Allowances.Key key, int most, Duration in) {}

    private final Allowances allowances;
    private final RateLimits limits;
    private final TooMany tooMany;

    SignInLimit(Allowances allowances, RateLimits limits, TooMany tooMany) {
        this.allowances = allowances;
        this.limits = limits;
        this.tooMany = tooMany;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (triesToSignIn(request)) {
            for (var limit : limits(account(request), request.getRemoteAddr())) {
                var wait = allowances.left(limit.key(), limit.most(), limit.in());
                if (!wait.isZero()) {
                    tooMany.answer(request, response, limit.key(), wait);
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        if (event instanceof AuthenticationFailureServiceExceptionEvent) {
            return; // nobody guessed wrong, the store did not answer
        }
        var who = event.getAuthentication();
        limits(Optional.of(named(who)), address(who))
                .forEach(limit -> allowances.take(limit.key(), limit.most(), limit.in()));
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        var who = event.getAuthentication();
        allowances.restore(here(named(who), address(who)));
    }

    private List<Limit> limits(Optional<String> account, String address) {
        var ofAddress = new Limit(new Allowances.Key("address", address), limits.failuresOfAddress(), SHORT);
        return account.map(name -> List.of(
                        new Limit(here(name, address), limits.failuresHere(), SHORT),
                        new Limit(new Allowances.Key("account", name), limits.failuresOfAccount(), LONG),
                        ofAddress))
                .orElseGet(() -> List.of(ofAddress));
    }

    private static Allowances.Key here(String account, String address) {
        return new Allowances.Key("here", account + " " + address);
    }

    private static boolean triesToSignIn(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null || isForm(request);
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().endsWith("/sign-in");
    }

    /** Whom the request says it is from; a bearer token says it only once it has been read. */
    private static Optional<String> account(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Optional.ofNullable(request.getParameter("username")).map(SignInLimit::folded);
        }
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            var pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return pair.contains(":") ? Optional.of(folded(pair.substring(0, pair.indexOf(':')))) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static String named(Authentication who) {
        return folded(who.getName() == null ? "" : who.getName());
    }

    private static String address(Authentication who) {
        return who.getDetails() instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? web.getRemoteAddress()
                : "";
    }

    /** People type names in any case; nobody's name is longer, and a token is none. */
    private static String folded(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.length() <= 100 ? lower : lower.substring(0, 100);
    }
}
