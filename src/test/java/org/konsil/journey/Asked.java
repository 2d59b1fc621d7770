package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A form that somebody of a story is to fill in.
 *
 * @param times how often this form was answered before on this case
 * @param data what the form shows at first, with the lists to choose from
 */
public record Asked(String formId, String elementId, String account, int times, JsonNode data) {

    /** The values of a list to choose from, in its order. */
    public List<String> options(String list) {
        return each(list).map(option -> option.path("value").asText()).toList();
    }

    /** 0 if the form shows no such number. */
    public int number(String name) {
        return data.path(name).asInt();
    }

    public Stream<JsonNode> each(String list) {
        return StreamSupport.stream(data.path(list).spliterator(), false);
    }
}
