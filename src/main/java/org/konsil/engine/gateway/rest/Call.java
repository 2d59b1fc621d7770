package org.konsil.engine.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** One request, with what its path names. */
record Call(HttpServletRequest http, Map<String, String> path) {

    /** As over gRPC, and as in Camunda: no command may be larger. */
    static final int LONGEST_BODY = 4 << 20;

    private static final Pattern JSON_TYPE =
            Pattern.compile("application/([\\w.-]+\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    String text(String name) {
        var value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("The path has no {" + name + "}");
        }
        return value;
    }

    /** A key in the path; it must be a number. */
    long key(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw Problem.unreadable("Failed to convert '" + name + "' with value: '" + text(name) + "'");
        }
    }

    boolean query(String name, boolean otherwise) {
        var value = http.getParameter(name);
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw Problem.unreadable("Failed to convert '" + name + "' with value: '" + value + "'");
        }
        return value.equals("true");
    }

    /** The JSON body; none counts as an empty object. */
    Body body() throws IOException {
        var bytes = bytes();
        return bytes.length == 0 ? new Body(JsonNodeFactory.instance.objectNode()) : read(bytes);
    }

    Body requiredBody() throws IOException {
        var bytes = bytes();
        if (bytes.length == 0) {
            throw Problem.unreadable("Required request body is missing");
        }
        return read(bytes);
    }

    private static Body read(byte[] bytes) throws IOException {
        try {
            var json = Json.MAPPER.readTree(bytes);
            if (json == null || !json.isObject()) {
                throw Problem.unreadable("Failed to read request: the body must be a JSON object");
            }
            return new Body(json);
        } catch (JsonProcessingException e) {
            throw Problem.unreadable("Failed to read request: " + e.getOriginalMessage());
        }
    }

    private byte[] bytes() throws IOException {
        var type = http.getContentType();
        if (type != null && !JSON_TYPE.matcher(type).matches()) {
            throw unsupported(type);
        }
        var bytes = http.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw tooLarge();
        }
        return bytes;
    }

    Collection<Part> parts() throws IOException {
        var type = String.valueOf(http.getContentType());
        if (!type.startsWith("multipart/form-data")) {
            throw unsupported(type);
        }
        try {
            return http.getParts();
        } catch (ServletException e) {
            throw Problem.unreadable("Failed to read request: " + e.getMessage());
        } catch (IllegalStateException e) { // Tomcat's word for a part or a form beyond the limit
            throw tooLarge();
        }
    }

    private static Problem unsupported(String type) {
        return new Problem(415, "Unsupported Media Type", "Content-Type '" + type + "' is not supported.");
    }

    private static Problem tooLarge() {
        return new Problem(413, "Payload Too Large", "The request has more than " + LONGEST_BODY + " bytes");
    }
}
