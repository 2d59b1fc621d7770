package org.konsil.engine.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/** One request, with what its path names. */
record Call(HttpServletRequest http, Map<String, String> path) {

    String text(String name) {
        var value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("The path has no {" + name + "}");
        }
        return value;
    }

    long key(String name) {
        return key(name, text(name));
    }

    static long key(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid("The value for " + name + " is '" + text + "' but must be a number.");
        }
    }

    boolean query(String name, boolean otherwise) {
        var value = http.getParameter(name);
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    /** The JSON body; none counts as an empty object. */
    Body body() throws IOException {
        var bytes = http.getInputStream().readAllBytes();
        if (bytes.length == 0) {
            return new Body(JsonNodeFactory.instance.objectNode());
        }
        try {
            var json = Json.MAPPER.readTree(bytes);
            if (json == null || !json.isObject()) {
                throw Problem.invalid("The request body must be a JSON object.");
            }
            return new Body(json);
        } catch (JsonProcessingException e) {
            throw Problem.invalid("The request body is no JSON: " + e.getOriginalMessage());
        }
    }

    Collection<Part> parts() throws IOException {
        try {
            return http.getParts();
        } catch (ServletException | IllegalStateException e) {
            throw Problem.invalid("The request body is no multipart form, or too large: " + e.getMessage());
        }
    }
}
