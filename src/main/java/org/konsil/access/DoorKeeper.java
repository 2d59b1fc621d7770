package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Right;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Decides at the door by what a page or call needs; what libraries bring along by the most specific route. Everything else is closed. */
@Component
class DoorKeeper implements AuthorizationManager<RequestAuthorizationContext> {

    private record Door(PathPattern pattern, Route route) {}

    private final List<Door> doors;
    private final RequestMappingHandlerMapping controllers;

    DoorKeeper(List<Route> routes, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.controllers = requestMappingHandlerMapping;
        this.doors = routes.stream()
                .map(route -> new Door(PathPatternParser.defaultInstance.parse(route.pattern()), route))
                .sorted(Comparator.comparing(Door::pattern))
                .toList();
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        try {
            if (handler(request) instanceof HandlerMethod method && Decisions.isOurs(method)) {
                return new AuthorizationDecision(Decisions.of(method)
                        .filter(right -> mayEnter(right, who.get()))
                        .isPresent());
            }
        } catch (Exception e) {
            // another method or media type than the one that is here: nothing runs, and the answer says so
            return new AuthorizationDecision(isSignedIn(who.get()));
        }
        return new AuthorizationDecision(byRoute(request, who));
    }

    private boolean byRoute(HttpServletRequest request, Supplier<Authentication> who) {
        var path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return doors.stream()
                .filter(door -> door.pattern().matches(path))
                .findFirst()
                .map(door -> mayEnter(door.route(), who))
                .orElseGet(() -> isPublicFile(request) || (isSignedIn(who.get()) && !isController(request)));
    }

    /** Whether the right could be this person's at all; for which case is asked when the address is understood. */
    private static boolean mayEnter(Right right, Authentication who) {
        return right == Right.ENTER || (isSignedIn(who) && Decisions.isConceivable(right, roles(who)));
    }

    private static Set<String> roles(Authentication who) {
        return who.getAuthorities().stream()
                .map(held -> held.getAuthority().replaceFirst("^ROLE_", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean mayEnter(Route route, Supplier<Authentication> who) {
        if (route.open()) {
            return true;
        }
        var person = who.get();
        return isSignedIn(person)
                && (route.roles().isEmpty()
                        || route.roles().stream()
                                .anyMatch(role -> person.getAuthorities().stream()
                                        .anyMatch(held ->
                                                held.getAuthority().equals("ROLE_" + role.toUpperCase(Locale.ROOT)))));
    }

    private static boolean isSignedIn(Authentication who) {
        return who != null
                && who.isAuthenticated()
                && !(who instanceof org.springframework.security.authentication.AnonymousAuthenticationToken);
    }

    /** Style sheets, scripts, pictures: what lies in the folder static and has a name with an ending. */
    private boolean isPublicFile(HttpServletRequest request) {
        var name = request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1);
        return name.contains(".") && !isController(request);
    }

    /** What nobody answers is not forbidden, it is not there; the reader gets 404. */
    private boolean isController(HttpServletRequest request) {
        try {
            return handler(request) != null;
        } catch (Exception e) {
            return true;
        }
    }

    private @Nullable Object handler(HttpServletRequest request) throws Exception {
        ServletRequestPathUtils.parseAndCache(request);
        var chain = controllers.getHandler(request);
        return chain == null ? null : chain.getHandler();
    }
}
