package org.konsil.overview;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Of which work the figures are.
 *
 * @param id of the network or country; empty for all
 * @param name as people say it
 */
record Scope(By by, String id, String name) {

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

    /** On a work item called {@code i}. */
    String condition() {
        return by.condition;
    }

    /** How the page of this scope is asked for. */
    public String address(String path) {
        return at(path).encode().toUriString();
    }

    /** The queue with the work behind a figure. */
    public String queue(String filter, String value) {
        return at("/work/all").queryParam(filter, value).encode().toUriString();
    }

    public String queue(String filter, String value, String second, String secondValue) {
        return at("/work/all")
                .queryParam(filter, value)
                .queryParam(second, secondValue)
                .encode()
                .toUriString();
    }

    /** All of it. */
    public String queue() {
        return address("/work/all");
    }

    private UriComponentsBuilder at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        return switch (by) {
            case ALL -> address;
            case NETWORK -> address.queryParam("network", id);
            case COUNTRY -> address.queryParam("country", id);
        };
    }
}
