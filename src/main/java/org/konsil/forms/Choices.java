package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.konsil.forms.Component.Choice;

/** The options of a choice at one place of a form: fixed, or brought by the data. */
record Choices(List<Option> options) {

    record Option(JsonNode value, String label) {}

    static Choices of(Choice choice, Scope scope, JsonNode context) {
        var asked = choice.options();
        var brought = asked.feel().isFeel()
                ? asked.feel().value(scope)
                : asked.key().isEmpty() ? asked.fixed() : Path.of(asked.key()).in(context);
        var all = new ArrayList<Option>();
        for (var item : brought.isArray() ? brought : JsonNodeFactory.instance.arrayNode()) {
            var value = item.isObject() ? item.path("value") : item;
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                all.add(new Option(value, item.path("label").asText(value.asText())));
            }
        }
        return new Choices(List.copyOf(all));
    }

    Optional<Option> find(JsonNode value) {
        return value.isNull()
                ? Optional.empty()
                : options.stream()
                        .filter(option -> option.value().asText().equals(value.asText()))
                        .findFirst();
    }

    /** The options' own values for those that were sent, which in HTML are all text. */
    JsonNode typed(JsonNode value) {
        if (!value.isArray()) {
            return find(value).map(Option::value).orElse(NullNode.instance);
        }
        var all = JsonNodeFactory.instance.arrayNode();
        value.forEach(one -> find(one).ifPresent(option -> all.add(option.value())));
        return all;
    }
}
