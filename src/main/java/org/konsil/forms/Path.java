package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Where a value stands in a form's data: names of objects and numbers of rows, from the root. */
record Path(List<Object> steps) {

    static final Path ROOT = new Path(List.of());

    static Path of(String dotted) {
        return ROOT.then(dotted);
    }

    Path then(String dotted) {
        if (dotted.isEmpty()) {
            return this;
        }
        var longer = new ArrayList<>(steps);
        longer.addAll(List.of(dotted.split("\\.")));
        return new Path(List.copyOf(longer));
    }

    /** One more step, whatever the name: a key sent by a stranger may hold dots. */
    Path child(String name) {
        var longer = new ArrayList<>(steps);
        longer.add(name);
        return new Path(List.copyOf(longer));
    }

    Path row(int index) {
        var longer = new ArrayList<>(steps);
        longer.add(index);
        return new Path(List.copyOf(longer));
    }

    Path first(int length) {
        return new Path(steps.subList(0, length));
    }

    boolean isBelow(Path other) {
        return steps.size() > other.steps.size() && first(other.steps.size()).equals(other);
    }

    /** The name of the HTML field: {@code signatories[0].name}. */
    String name() {
        var name = new StringBuilder();
        for (var step : steps) {
            if (step instanceof Integer index) {
                name.append('[').append(index).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step);
            }
        }
        return name.toString();
    }

    /** The JSON pointer of RFC 6901: {@code /signatories/0/name}. */
    String pointer() {
        var pointer = new StringBuilder();
        for (var step : steps) {
            pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** The id of the HTML element. */
    String elementId() {
        return "f" + pointer().replaceAll("[^A-Za-z0-9]+", "-");
    }

    JsonNode in(JsonNode root) {
        var node = root;
        for (var step : steps) {
            node = step instanceof Integer index ? node.path(index) : node.path((String) step);
        }
        return node;
    }

    /** Writes the value there; objects and rows on the way are made. */
    void put(ObjectNode root, JsonNode value) {
        if (steps.isEmpty()) {
            return;
        }
        var parent = first(steps.size() - 1).in(root);
        if (steps.getLast() instanceof Integer index) {
            var rows = parent instanceof ArrayNode array ? array : root.arrayNode();
            if (rows != parent) {
                first(steps.size() - 1).put(root, rows);
            }
            while (rows.size() <= index) {
                rows.addObject();
            }
            rows.set(index, value);
        } else {
            var object = parent instanceof ObjectNode known ? known : root.objectNode();
            if (object != parent) {
                first(steps.size() - 1).put(root, object);
            }
            object.set((String) steps.getLast(), value);
        }
    }

    void remove(ObjectNode root) {
        if (!steps.isEmpty() && first(steps.size() - 1).in(root) instanceof ObjectNode parent) {
            parent.remove((String) steps.getLast());
        }
    }

    static boolean isBlank(JsonNode value) {
        return value instanceof MissingNode
                || value.isNull()
                || value.isTextual() && value.textValue().isBlank()
                || value.isBoolean() && !value.booleanValue()
                || value.isContainerNode() && value.valueStream().allMatch(Path::isBlank);
    }
}
