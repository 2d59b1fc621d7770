package org.konsil.access;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Right;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the program answers, as it says itself. */
final class Routes {

    /** @param right null where nobody decided */
    record Route(
            String method,
            String path,
            MediaType consumes,
            @Nullable Right right) {

        Right needed() {
            return Objects.requireNonNull(right, () -> method + " " + path);
        }
    }

    private Routes() {}

    static List<Route> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> Decisions.isOurs(entry.getValue()))
                .flatMap(entry ->
                        routes(entry.getKey(), Decisions.of(entry.getValue()).orElse(null)))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo mapping, @Nullable Right right) {
        var methods = mapping.getMethodsCondition().getMethods().isEmpty()
                ? Stream.of(RequestMethod.values())
                : mapping.getMethodsCondition().getMethods().stream();
        var consumes = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
        return methods.flatMap(method ->
                mapping.getPatternValues().stream().map(path -> new Route(method.name(), path, consumes, right)));
    }
}
