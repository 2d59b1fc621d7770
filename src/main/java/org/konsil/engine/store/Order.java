package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.camunda.client.protocol.rest.SortOrderEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A total order over the rows of a shape: what was asked for, then the key. Rows without a value come last. */
record Order(List<Step> steps) {

    private static final Choice DIRECTION = Choice.of("order", SortOrderEnum.class);

    record Step(Shape.Field field, boolean descending) {

        private String sql(boolean backwards) {
            return field.sql()
                    + (descending != backwards ? " desc" : " asc")
                    + (backwards ? " nulls first" : " nulls last");
        }
    }

    static Order of(Shape shape, JsonNode sort) {
        if (!sort.isArray() && !Comparison.isUnset(sort)) {
            throw SearchRefused.unreadable("sort");
        }
        var steps = new ArrayList<Step>();
        for (var one : sort) {
            if (Comparison.isUnset(one.path("field"))) {
                throw SearchRefused.argument("Sort field must not be null.");
            }
            var field = shape.sortField(one.path("field").asText());
            steps.add(new Step(
                    field, DIRECTION.pick(one.path("order").asText("ASC")).equals("DESC")));
        }
        shape.key().forEach(key -> steps.add(new Step(key, false)));
        return new Order(steps);
    }

    String sql(boolean backwards) {
        return " order by " + steps.stream().map(step -> step.sql(backwards)).collect(Collectors.joining(", "));
    }

    /** Demands that a row lies strictly behind the place with these values, or strictly before it. */
    void beyond(List<JsonNode> place, boolean backwards, Conditions to) {
        if (place.size() != steps.size()) {
            throw new SearchRefused("The cursor belongs to another search");
        }
        var alternatives = new ArrayList<Conditions>();
        for (int i = 0; i < steps.size(); i++) {
            var alternative = new Conditions();
            for (int j = 0; j < i; j++) {
                same(steps.get(j), place.get(j), alternative);
            }
            if (further(steps.get(i), place.get(i), backwards, alternative)) {
                alternatives.add(alternative);
            }
        }
        to.andAny(alternatives);
    }

    private static void same(Step step, JsonNode value, Conditions to) {
        if (value instanceof NullNode) {
            to.and(step.field().sql() + " is null");
        } else {
            to.and(step.field().sql() + " = ?", step.field().valueOf(value));
        }
    }

    private static boolean further(Step step, JsonNode value, boolean backwards, Conditions to) {
        var column = step.field().sql();
        if (value instanceof NullNode) {
            if (backwards) {
                to.and(column + " is not null");
            }
            return backwards;
        }
        var compared = column + (step.descending() != backwards ? " < ?" : " > ?");
        to.and(
                backwards ? compared : compared + " or " + column + " is null",
                step.field().valueOf(value));
        return true;
    }
}
