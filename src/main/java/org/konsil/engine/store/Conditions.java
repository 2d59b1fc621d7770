package org.konsil.engine.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions that all must hold, with their arguments in order. */
final class Conditions {

    private final List<String> sql = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    Conditions and(String condition, Object... values) {
        return and(condition, Arrays.asList(values));
    }

    Conditions and(String condition, Collection<?> values) {
        sql.add(condition);
        arguments.addAll(values);
        return this;
    }

    /** All of these, inside what the text makes of them ({@code %s} is their place). */
    Conditions andWithin(String frame, Conditions inner, Object... before) {
        arguments.addAll(Arrays.asList(before));
        return and(frame.formatted(inner.all()), inner.arguments);
    }

    /** One of these at least. */
    Conditions andAny(List<Conditions> alternatives) {
        var any = alternatives.stream().map(Conditions::all).collect(Collectors.joining(" or ", "(", ")"));
        return and(any, alternatives.stream().flatMap(a -> a.arguments.stream()).toList());
    }

    boolean isEmpty() {
        return sql.isEmpty();
    }

    String all() {
        return sql.isEmpty() ? "1 = 1" : sql.stream().collect(Collectors.joining(") and (", "(", ")"));
    }

    List<Object> arguments() {
        return arguments;
    }

    Conditions copy() {
        var copy = new Conditions();
        copy.sql.addAll(sql);
        copy.arguments.addAll(arguments);
        return copy;
    }
}
