package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** A property of a form that is either a plain value or FEEL (written with a leading {@code =}). */
record Formula(JsonNode plain, @Nullable ParsedExpression expression) {

    JsonNode value(Scope scope) {
        return expression == null ? plain : scope.evaluate(expression);
    }

    boolean holds(Scope scope) {
        return value(scope).asBoolean(false);
    }

    boolean isFeel() {
        return expression != null;
    }
}
