package org.konsil.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.konsil.audit.Timeline.Moment;

/** Which entries of the history are meant: by their action and, where given, by details of them. */
record Match(String action, Map<String, String> details) {

    static final Match NONE = new Match("", Map.of());

    Match {
        details = Map.copyOf(details);
    }

    /** @throws IllegalArgumentException if it names no action */
    static Match of(JsonNode written, String key) {
        var details = new TreeMap<String, String>();
        written.properties()
                .forEach(one -> details.put(one.getKey(), one.getValue().asText()));
        var action = details.remove("action");
        if (action == null || action.isBlank()) {
            throw new IllegalArgumentException(key + ": names no action of the history");
        }
        return new Match(action, details);
    }

    boolean fits(Moment moment) {
        return moment.action().equals(action)
                && details.entrySet().stream()
                        .allMatch(wanted ->
                                wanted.getValue().equals(moment.details().get(wanted.getKey())));
    }
}
