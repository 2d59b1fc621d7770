package org.konsil.engine.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/** A JSON object that a client sent. Properties that are absent, null or an empty list (clients send those for "unset") count as not given. */
record Body(JsonNode json) {

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    String text(String name) {
        return text(name, "");
    }

    String text(String name, String otherwise) {
        return json.path(name).asText(otherwise);
    }

    String required(String name) {
        var text = json.path(name).asText("");
        if (text.isEmpty()) {
            throw Problem.invalid("No " + name + " provided.");
        }
        return text;
    }

    int number(String name, int otherwise) {
        return Math.toIntExact(longNumber(name, otherwise));
    }

    long longNumber(String name, long otherwise) {
        var value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw Problem.invalid("The value for " + name + " is '" + value.asText() + "' but must be a whole number.");
        }
        return value.asLong();
    }

    boolean flag(String name, boolean otherwise) {
        return json.path(name).asBoolean(otherwise);
    }

    /** A key, -1 when it is not given. */
    long key(String name) {
        return has(name) ? Call.key(name, text(name)) : -1;
    }

    long requiredKey(String name) {
        return Call.key(name, required(name));
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        json.path(name).forEach(one -> texts.add(one.asText()));
        return texts;
    }

    List<Body> objects(String name) {
        var objects = new ArrayList<Body>();
        json.path(name).forEach(one -> objects.add(new Body(one)));
        return objects;
    }

    Body object(String name) {
        return new Body(json.path(name));
    }

    /** Hands over the packed variables when there are any. */
    void variables(Consumer<DirectBuffer> taker) {
        var variables = json.path("variables");
        if (variables.isMissingNode() || variables.isNull()) {
            return;
        }
        if (!variables.isObject()) {
            throw Problem.invalid("The variables must be a JSON object.");
        }
        taker.accept(Json.pack(variables));
    }

    /** The only tenant there is. */
    String tenant() {
        var tenant = text("tenantId", Tenant.ONLY);
        if (!tenant.isEmpty() && !tenant.equals(Tenant.ONLY)) {
            throw Problem.invalid("There is no tenant '" + tenant + "': this engine has one, " + Tenant.ONLY + ".");
        }
        return Tenant.ONLY;
    }
}
