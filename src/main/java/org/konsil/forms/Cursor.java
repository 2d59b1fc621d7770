package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one object of a form's JSON and knows where it stands, so that what is broken can be pointed at. */
record Cursor(JsonNode node, String pointer, Feel feel, Sentences sentences) {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    BrokenForm broken(String reason, Object... arguments) {
        return new BrokenForm(pointer, sentences.say(Locale.ENGLISH, "schema." + reason, arguments));
    }

    Cursor at(String name) {
        return new Cursor(
                node.path(name), pointer + "/" + name.replace("~", "~0").replace("/", "~1"), feel, sentences);
    }

    boolean isMissing() {
        return node.isMissingNode() || node.isNull();
    }

    Cursor object(String name) {
        var inner = at(name);
        if (!inner.isMissing() && !inner.node.isObject()) {
            throw inner.broken("object");
        }
        return inner;
    }

    List<Cursor> items(String name) {
        var list = at(name);
        if (list.isMissing()) {
            return List.of();
        }
        if (!list.node.isArray()) {
            throw list.broken("list");
        }
        var items = new ArrayList<Cursor>();
        for (var index = 0; index < list.node.size(); index++) {
            var item = new Cursor(list.node.get(index), list.pointer + "/" + index, feel, sentences);
            if (!item.node.isObject()) {
                throw item.broken("object");
            }
            items.add(item);
        }
        return items;
    }

    String text(String name, String otherwise) {
        var value = at(name);
        if (value.isMissing()) {
            return otherwise;
        }
        if (!value.node.isTextual()) {
            throw value.broken("text");
        }
        return value.node.textValue();
    }

    boolean flag(String name, boolean otherwise) {
        var value = at(name);
        if (value.isMissing()) {
            return otherwise;
        }
        if (!value.node.isBoolean()) {
            throw value.broken("flag");
        }
        return value.node.booleanValue();
    }

    int whole(String name, int otherwise) {
        var value = at(name);
        if (value.isMissing()) {
            return otherwise;
        }
        if (!value.node.canConvertToInt() || value.node.intValue() < 0) {
            throw value.broken("whole");
        }
        return value.node.intValue();
    }

    Formula formula(String name) {
        return formula(name, NullNode.instance);
    }

    Formula formula(String name, JsonNode otherwise) {
        var value = at(name);
        if (value.isMissing()) {
            return new Formula(otherwise, null);
        }
        var text = value.node.isTextual() ? value.node.textValue().strip() : "";
        return text.startsWith("=") ? value.feel(text.substring(1)) : new Formula(value.node, null);
    }

    Words words(String name) {
        var text = text(name, "");
        if (text.strip().startsWith("=")) {
            return new Words(List.of(at(name).feel(text.strip().substring(1))));
        }
        var pieces = new ArrayList<Formula>();
        var template = TEMPLATE.matcher(text);
        var from = 0;
        while (template.find()) {
            pieces.add(plain(text.substring(from, template.start())));
            pieces.add(at(name).feel(template.group(1)));
            from = template.end();
        }
        pieces.add(plain(text.substring(from)));
        return new Words(List.copyOf(pieces));
    }

    Map<String, String> properties() {
        var all = new TreeMap<String, String>();
        for (var property : object("properties").node.properties()) {
            all.put(property.getKey(), property.getValue().asText());
        }
        return Map.copyOf(all);
    }

    private Formula feel(String expression) {
        try {
            return new Formula(NullNode.instance, feel.parse(expression));
        } catch (IllegalArgumentException e) {
            throw broken("feel", String.valueOf(e.getMessage()));
        }
    }

    private static Formula plain(String text) {
        return new Formula(JsonNodeFactory.instance.textNode(text), null);
    }
}
