package org.konsil.interop.phenopacket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;

/** A place in the packet: its JSON and the JSON pointer (RFC 6901) that leads there. */
record Spot(JsonNode node, String pointer) {

    /** A field of this object in either of its two spellings; a missing one keeps the pointer that it would have. */
    Spot field(String jsonName) {
        var snake = snake(jsonName);
        var name = node.has(snake) && !node.has(jsonName) ? snake : jsonName;
        var found = node.path(name);
        return new Spot(found.isNull() ? MissingNode.getInstance() : found, pointer + "/" + escaped(name));
    }

    Spot child(String name) {
        return new Spot(node.path(name), pointer + "/" + escaped(name));
    }

    Spot element(int index) {
        return new Spot(node.path(index), pointer + "/" + index);
    }

    boolean isMissing() {
        return node.isMissingNode();
    }

    String text() {
        return node.asText("");
    }

    private static String snake(String jsonName) {
        return jsonName.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
