package org.konsil.engine.gateway.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All calls that the gateway answers: method and path, who may, and who answers. */
final class Calls {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final Pattern OF_THE_ENGINE = Pattern.compile("/v2/(topology|status|resources)\\b.*|/actuator/.*");

    /** A call; searches says whether the answer comes from the tables of the searches. */
    record Known(
            String method, Pattern path, List<String> variables, Access access, Handler handler, boolean searches) {}

    /** A call that was found, with what its path names. */
    record Match(Known call, Map<String, String> path) {}

    private final List<Known> known = new ArrayList<>();
    private final Map<String, Known> fixed = new HashMap<>();

    /** Adds a call for clients of the engine. */
    Calls add(String method, String path, Handler handler) {
        return add(Access.CLIENTS, method, path, handler);
    }

    /** The path names its variables in braces. */
    Calls add(Access access, String method, String path, Handler handler) {
        var variables =
                VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        var pattern = Pattern.compile(VARIABLE.matcher(path).replaceAll("([^/]+)"));
        var call = new Known(method, pattern, variables, access, handler, searches(method, path));
        known.add(call);
        if (variables.isEmpty()) {
            fixed.put(method + path, call);
        }
        return this;
    }

    private static boolean searches(String method, String path) {
        return (method.equals("GET") && !OF_THE_ENGINE.matcher(path).matches())
                || path.endsWith("/search")
                || path.contains("/statistics/");
    }

    /** The methods that the path knows, empty when nobody knows the path. */
    Set<String> methods(String path) {
        return known.stream()
                .filter(call -> call.path().matcher(path).matches())
                .map(Known::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<Match> find(String method, String path) {
        var exact = fixed.get(method + path);
        if (exact != null) {
            return Optional.of(new Match(exact, Map.of()));
        }
        for (var call : known) {
            if (call.method().equals(method)) {
                var matcher = call.path().matcher(path);
                if (matcher.matches()) {
                    return Optional.of(new Match(call, named(call, matcher)));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> named(Known call, Matcher matcher) {
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < call.variables().size(); i++) {
            named.put(call.variables().get(i), matcher.group(i + 1));
        }
        return named;
    }
}
