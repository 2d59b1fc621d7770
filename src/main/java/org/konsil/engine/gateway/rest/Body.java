package org.konsil.engine.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/**
 * A JSON object that a client sent. Properties that are absent or null count as not given; those that have the wrong form are refused.
 *
 * @param at where it lies in the request, with a dot behind it; empty for the whole
 */
record Body(JsonNode json, String at) {

    Body(JsonNode json) {
        this(json, "");
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    String text(String name) {
        return text(name, "");
    }

    String text(String name, String otherwise) {
        return has(name) ? value(name, json.path(name)).asText() : otherwise;
    }

    String required(String name) {
        var text = text(name);
        if (text.isBlank()) {
            throw Problem.invalid("No " + name + " provided.");
        }
        return text;
    }

    int number(String name, int otherwise) {
        long number = longNumber(name, otherwise);
        if (number != (int) number) {
            throw unreadable(name);
        }
        return (int) number;
    }

    long longNumber(String name, long otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        var value = json.path(name);
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw unreadable(name);
        }
        return value.asLong();
    }

    boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!json.path(name).isBoolean()) {
            throw unreadable(name);
        }
        return json.path(name).asBoolean();
    }

    /** A key, -1 when it is not given. */
    long key(String name) {
        return has(name) ? key(name, text(name)) : -1;
    }

    long requiredKey(String name) {
        return key(name, required(name));
    }

    private static long key(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "The provided " + name + " '" + text + "' is not a valid key. Expected a numeric value."
                            + " Did you pass an entity id instead of an entity key?");
        }
    }

    /** The client's own number for the operation, -1 when there is none. */
    long reference() {
        long reference = longNumber("operationReference", -1);
        if (has("operationReference") && reference < 1) {
            throw Problem.invalid("The value for operationReference is '" + reference + "' but must be > 0.");
        }
        return reference;
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        list(name).forEach(one -> texts.add(value(name, one).asText()));
        return texts;
    }

    List<Body> objects(String name) {
        var objects = new ArrayList<Body>();
        for (var one : list(name)) {
            if (!one.isObject()) {
                throw unreadable(name);
            }
            objects.add(new Body(one, at + name + "."));
        }
        return objects;
    }

    Body object(String name) {
        var object = json.path(name);
        if (has(name) && !object.isObject()) {
            throw unreadable(name);
        }
        return new Body(object, at + name + ".");
    }

    /** Hands over the packed variables when there are any. */
    void variables(Consumer<DirectBuffer> taker) {
        if (has("variables")) {
            taker.accept(Json.pack(object("variables").json()));
        }
    }

    /** The only tenant there is. */
    String tenant() {
        var tenant = text("tenantId", Tenant.ONLY);
        Tenant.check(tenant);
        return Tenant.ONLY;
    }

    private JsonNode list(String name) {
        var list = json.path(name);
        if (has(name) && !list.isArray()) {
            throw unreadable(name);
        }
        return list;
    }

    private JsonNode value(String name, JsonNode value) {
        if (!value.isValueNode()) {
            throw unreadable(name);
        }
        return value;
    }

    private Problem unreadable(String name) {
        return Problem.unreadable("Request property [" + at + name + "] cannot be parsed");
    }
}
