package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Decides by the most specific route; a controller that no route names is closed to everybody. */
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
        var path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return new AuthorizationDecision(doors.stream()
                .filter(door -> door.pattern().matches(path))
                .findFirst()
                .map(door -> mayEnter(door.route(), who))
                .orElseGet(() -> isPublicFile(request) || (isSignedIn(who.get()) && !isController(request))));
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
            ServletRequestPathUtils.parseAndCache(request);
            return controllers.getHandler(request) != null;
        } catch (Exception e) {
            return true;
        }
    }
}
