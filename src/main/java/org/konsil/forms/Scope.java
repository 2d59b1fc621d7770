package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** What FEEL sees at one place of a form: all data, the row's own over it, and {@code this}, {@code parent}, {@code i} as in Camunda's viewer. */
final class Scope {

    private final Feel feel;
    private final JsonNode context;
    private final JsonNode answers;
    private final Path place;
    private @Nullable Map<String, Object> values;

    Scope(Feel feel, JsonNode context, JsonNode answers, Path place) {
        this.feel = feel;
        this.context = context;
        this.answers = answers;
        this.place = place;
    }

    JsonNode evaluate(ParsedExpression expression) {
        if (values == null) {
            values = gather();
        }
        return feel.evaluate(expression, values);
    }

    private Map<String, Object> gather() {
        var all = new HashMap<String, Object>();
        if (context.isObject()) {
            all.putAll(Feel.scope(context));
        }
        var root = Feel.scope(answers);
        all.putAll(root);
        Object here = root;
        Object above = null;
        for (var length = 1; length <= place.steps().size(); length++) {
            var node = place.first(length).in(answers);
            if (place.steps().get(length - 1) instanceof Integer index) {
                all.put("i", index + 1);
            }
            if (node.isObject()) {
                above = here;
                var inner = Feel.scope(node);
                here = inner;
                all.putAll(inner);
            }
        }
        all.put("this", here);
        if (above != null) {
            all.put("parent", above);
        }
        return all;
    }
}
