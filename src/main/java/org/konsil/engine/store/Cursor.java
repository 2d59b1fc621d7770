package org.konsil.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in an order, as the opaque text that clients hand back: the values of the row there. */
final class Cursor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Cursor() {}

    static String of(Order order, Map<String, @Nullable Object> row) {
        var values = new ArrayList<@Nullable Object>();
        order.steps().forEach(step -> values.add(row.get(step.field().name())));
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<JsonNode> read(String cursor) {
        try {
            var values = new ArrayList<JsonNode>();
            JSON.readTree(Base64.getUrlDecoder().decode(cursor)).forEach(values::add);
            return values;
        } catch (IOException | IllegalArgumentException e) {
            throw new SearchRefused("The cursor '" + cursor + "' is none of ours");
        }
    }
}
