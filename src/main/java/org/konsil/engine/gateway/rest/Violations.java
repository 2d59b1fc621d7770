package org.konsil.engine.gateway.rest;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request, all of it in one answer, in the words of Camunda's own gateway. */
final class Violations {

    private final Body body;
    private final List<String> found = new ArrayList<>();

    Violations(Body body) {
        this.body = body;
    }

    /** Demands a text that is not blank. */
    Violations given(String name) {
        return given(name, name);
    }

    /** The same, for a property that the answer calls by another name. */
    Violations given(String name, String called) {
        return unless(!body.text(name).isBlank(), "No " + called + " provided");
    }

    Violations positive(String name) {
        if (!body.has(name)) {
            return unless(false, "No " + name + " provided");
        }
        long value = body.longNumber(name, 0);
        return unless(value > 0, "The value for " + name + " is '" + value + "' but must be greater than 0");
    }

    /** Demands one of two properties and not both. */
    Violations oneOf(String one, String other) {
        var names = List.of(one, other);
        return unless(body.has(one) || body.has(other), "At least one of " + names + " is required")
                .unless(!(body.has(one) && body.has(other)), "Only one of " + names + " is allowed");
    }

    Violations unless(boolean ok, String violation) {
        if (!ok) {
            found.add(violation);
        }
        return this;
    }

    /** Throws when there was anything. */
    void refuse() {
        if (!found.isEmpty()) {
            throw Problem.invalid(String.join(". ", found) + ".");
        }
    }
}
