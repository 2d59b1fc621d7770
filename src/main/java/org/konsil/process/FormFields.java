package org.konsil.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fields of a form, as far as a variable contract asks: which there are, which are free text, which choices they offer. */
final class FormFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FREE_TEXT = Set.of("textfield", "textarea");

    private final String id;
    private final Map<String, JsonNode> fields = new TreeMap<>();

    private FormFields(JsonNode form) {
        this.id = form.path("id").asText();
        collect(form);
    }

    /** @throws JsonProcessingException if it is no JSON */
    static FormFields read(String form) throws JsonProcessingException {
        return new FormFields(JSON.readTree(form));
    }

    String id() {
        return id;
    }

    Set<String> keys() {
        return fields.keySet();
    }

    boolean isFreeText(String key) {
        var field = fields.get(key);
        return field != null && FREE_TEXT.contains(field.path("type").asText());
    }

    /** The values that the form itself lists; none where they come from elsewhere. */
    List<String> choices(String key) {
        var values = new ArrayList<String>();
        var field = fields.get(key);
        if (field != null) {
            field.path("values").forEach(one -> values.add(one.path("value").asText()));
        }
        return values;
    }

    private void collect(JsonNode parent) {
        for (var component : parent.path("components")) {
            if (component.hasNonNull("key")) {
                fields.put(component.path("key").asText(), component);
            }
            collect(component);
        }
    }
}
