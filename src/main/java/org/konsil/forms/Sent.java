package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Rows;

/** Reads answers from JSON; nothing is guessed, and what the form does not know is a problem. */
final class Sent {

    private static final int MOST_PROBLEMS = 50;
    private static final int LONGEST_NAME = 80;

    private final Start start;
    private final ObjectNode data = JsonNodeFactory.instance.objectNode();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> fields = new HashSet<>();
    private final Set<Path> holders = new HashSet<>();

    Sent(Start start) {
        this.start = start;
    }

    ObjectNode read(List<Component> components, JsonNode sent) {
        holders.add(Path.ROOT);
        components.forEach(component -> read(new Spot(component, Path.ROOT, null), sent));
        look(sent, Path.ROOT);
        return data;
    }

    List<Problem> problems() {
        return problems;
    }

    private void read(Spot spot, JsonNode sent) {
        var at = spot.at();
        for (var length = 1; length < at.steps().size(); length++) {
            holders.add(at.first(length));
        }
        if (spot.component() instanceof Field field) {
            fields.add(at);
            at.put(
                    data,
                    start.isGiven(field, spot, data) ? start.value(field, spot, data) : value(field, at, at.in(sent)));
        } else if (spot.component() instanceof Rows) {
            holders.add(at);
            at.put(data, Start.empty(rows(at, at.in(sent))));
        }
        spot.children(data).forEach(child -> read(child, sent));
    }

    private JsonNode value(Field field, Path at, JsonNode sent) {
        try {
            return Values.take(field, sent);
        } catch (Values.WrongType e) {
            if (sent.isValueNode()) {
                return sent;
            }
            report(at, e.key);
            return NullNode.instance;
        }
    }

    private int rows(Path at, JsonNode sent) {
        if (sent.size() > SchemaReader.MOST_ROWS) {
            report(at, "wrong.rows", SchemaReader.MOST_ROWS);
        }
        return sent.isArray() ? Math.min(sent.size(), SchemaReader.MOST_ROWS) : 0;
    }

    private void look(JsonNode sent, Path at) {
        if (sent.isMissingNode() || sent.isNull() && !at.equals(Path.ROOT) || fields.contains(at)) {
            return;
        }
        if (at.in(data).isArray()) {
            if (!sent.isArray()) {
                report(at, "wrong.list");
            }
            for (var index = 0; index < Math.min(sent.size(), SchemaReader.MOST_ROWS); index++) {
                look(sent.path(index), at.row(index));
            }
        } else if (!sent.isObject()) {
            report(at, "wrong.object");
        } else {
            sent.properties().forEach(entry -> member(entry.getKey(), entry.getValue(), at));
        }
    }

    private void member(String name, JsonNode value, Path at) {
        var inside = at.child(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        if (holders.contains(inside) || fields.contains(inside)) {
            look(value, inside);
        } else {
            report(inside, "wrong.unknown");
        }
    }

    private void report(Path at, String key, Object... arguments) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(at, key, arguments));
        }
    }
}
