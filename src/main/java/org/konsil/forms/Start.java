package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Rows;

/** The values a form has before anybody answers: those of the context, else the schema's own. */
record Start(Ground ground, JsonNode context) {

    void fill(Spot spot, ObjectNode into) {
        if (spot.component() instanceof Field field) {
            spot.at().put(into, value(field, spot, into));
        } else if (spot.component() instanceof Rows rows) {
            spot.at().put(into, empty(count(rows, spot)));
        }
        spot.children(into).forEach(child -> fill(child, into));
    }

    JsonNode value(Field field, Spot spot, JsonNode answers) {
        var known = spot.at().in(context);
        var isKnown = known.isBoolean() || !Path.isBlank(known);
        return typed(field, isKnown ? known : field.input().initial().value(scope(spot, answers)));
    }

    int count(Rows rows, Spot spot) {
        var known = spot.at().in(context);
        return known.isArray() ? Math.min(known.size(), SchemaReader.MOST_ROWS) : rows.initial();
    }

    /** Not asked of this person here: what was sent for it does not count. */
    boolean isGiven(Field field, Spot spot, JsonNode answers) {
        var scope = scope(spot, answers);
        return field.input().readonly().holds(scope) || field.input().disabled().holds(scope);
    }

    Scope scope(Spot spot, JsonNode answers) {
        return new Scope(ground.feel(), context, answers, spot.base());
    }

    static JsonNode empty(int rows) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var index = 0; index < rows; index++) {
            list.addObject();
        }
        return list;
    }

    private static JsonNode typed(Field field, JsonNode value) {
        try {
            return Values.take(field, value);
        } catch (Values.WrongType e) {
            return NullNode.instance;
        }
    }
}
