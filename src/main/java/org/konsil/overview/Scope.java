package org.konsil.overview;

import java.util.LinkedHashMap;
import java.util.Map;
import org.konsil.access.Person;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Of which work the figures are.
 *
 * @param id of the network or country; empty for all
 * @param name as people say it
 * @param stage its code; empty for all stages
 */
record Scope(By by, String id, String name, String stage) {

    /** What it is cut by. */
    enum By {
        ALL("TRUE"),
        NETWORK("i.network = :scope"),
        COUNTRY("i.country = :scope");

        private final String condition;

        By(String condition) {
            this.condition = condition;
        }
    }

    Scope(By by, String id, String name) {
        this(by, id, name, "");
    }

    Scope at(String chosenStage) {
        return new Scope(by, id, name, chosenStage);
    }

    /** On a case or a work item called {@code i}: the network or country. */
    String condition() {
        return by.condition;
    }

    /** Whether somebody belongs to it. */
    boolean holds(Person person) {
        var country = person.country();
        return switch (by) {
            case ALL -> false;
            case NETWORK ->
                person.groups().stream().anyMatch(group -> group.scope().equals(id));
            case COUNTRY -> country != null && country.code().equals(id);
        };
    }

    /** As an address says it. */
    Map<String, String> said() {
        var said = new LinkedHashMap<String, String>();
        switch (by) {
            case ALL -> {}
            case NETWORK -> said.put("network", id);
            case COUNTRY -> said.put("country", id);
        }
        if (!stage.isEmpty()) {
            said.put("stage", stage);
        }
        return said;
    }

    /** How the page of this scope is asked for. */
    public String address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        said().forEach(address::queryParam);
        return address.encode().toUriString();
    }

    /** The same scope, narrowed to one stage. */
    public String ofStage(String code) {
        return at(code).address("/overview");
    }
}
