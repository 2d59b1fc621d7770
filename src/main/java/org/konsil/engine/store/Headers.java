package org.konsil.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Custom headers in a column: JSON when there are any. */
final class Headers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Headers() {}

    static String write(Map<String, String> headers) {
        try {
            return headers.isEmpty() ? "" : JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The headers of the column; those that were cut cannot be read and are none. */
    static Map<String, String> read(String column) {
        try {
            return JSON.readValue(column, TEXTS);
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }
}
