package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Pattern;
import org.konsil.forms.Component.Choice;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Files;
import org.konsil.forms.Component.Rows;
import org.springframework.util.MultiValueMap;

/** Reads answers from the fields of an HTML form. */
final class Posted {

    /** The name of the buttons that change rows or only bring the page up to date. */
    static final String ACTION = "form-action";

    private static final Pattern ADD = Pattern.compile("add:(.{1,200})");
    private static final Pattern REMOVE = Pattern.compile("remove:(.{1,200}):(\\d{1,4})");

    private final MultiValueMap<String, String> posted;
    private final Start start;
    private final String action;
    private final ObjectNode data = JsonNodeFactory.instance.objectNode();

    Posted(MultiValueMap<String, String> posted, Start start) {
        this.posted = posted;
        this.start = start;
        var wanted = posted.getFirst(ACTION);
        this.action = wanted == null ? "" : wanted;
    }

    boolean isRoundTrip() {
        return !action.isEmpty();
    }

    ObjectNode read(List<Component> components) {
        components.forEach(component -> read(new Spot(component, Path.ROOT, null)));
        for (var spot : Spot.all(components, data).reversed()) {
            if (spot.component() instanceof Rows rows) {
                if (isRoundTrip()) {
                    change(rows, spot);
                } else {
                    dropBlank(rows, spot);
                }
            }
        }
        return data;
    }

    private void read(Spot spot) {
        if (spot.component() instanceof Field field) {
            spot.at().put(data, value(field, spot));
        } else if (spot.component() instanceof Rows rows) {
            spot.at().put(data, Start.empty(count(rows, spot)));
        }
        spot.children(data).forEach(this::read);
    }

    private JsonNode value(Field field, Spot spot) {
        var name = spot.at().name();
        var sent = posted.get(name);
        var wasShown = sent != null || posted.containsKey("_" + name);
        if (!wasShown || start.isGiven(field, spot, data)) {
            return start.value(field, spot, data);
        }
        if (field instanceof Files || field instanceof Choice choice && choice.many()) {
            var all = JsonNodeFactory.instance.arrayNode();
            (sent == null ? List.<String>of() : sent)
                    .stream().filter(one -> !one.isBlank()).forEach(all::add);
            return all;
        }
        var written = sent == null || sent.isEmpty() ? "" : sent.getFirst();
        try {
            return Values.take(field, written);
        } catch (Values.WrongType e) {
            return TextNode.valueOf(written);
        }
    }

    private int count(Rows rows, Spot spot) {
        var name = spot.at().name();
        var row = Pattern.compile("_?" + Pattern.quote(name) + "\\[(\\d{1,4})].*");
        var last = posted.keySet().stream()
                .map(row::matcher)
                .filter(java.util.regex.Matcher::matches)
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .max();
        return last.isPresent()
                ? Math.min(last.getAsInt() + 1, SchemaReader.MOST_ROWS)
                : posted.containsKey("_" + name) ? 0 : start.count(rows, spot);
    }

    private void change(Rows rows, Spot spot) {
        if (!rows.growing() || !(spot.at().in(data) instanceof ArrayNode list)) {
            return;
        }
        var name = spot.at().name();
        var add = ADD.matcher(action);
        var remove = REMOVE.matcher(action);
        if (add.matches() && add.group(1).equals(name) && list.size() < rows.most()) {
            list.addObject();
            for (var child : spot.children(data)) {
                if (child.base().equals(spot.at().row(list.size() - 1))) {
                    start.fill(child, data);
                }
            }
        } else if (remove.matches() && remove.group(1).equals(name)) {
            list.remove(Integer.parseInt(remove.group(2)));
        }
    }

    /** A row in which nothing was typed is no answer; as many as the form wants stay, to be filled in. */
    private void dropBlank(Rows rows, Spot spot) {
        if (spot.at().in(data) instanceof ArrayNode list) {
            for (var index = list.size() - 1; index >= 0 && list.size() > rows.least(); index--) {
                if (isUntouched(spot, index)) {
                    list.remove(index);
                }
            }
        }
    }

    private boolean isUntouched(Spot spot, int index) {
        var row = spot.at().row(index);
        var fresh = JsonNodeFactory.instance.objectNode();
        var blank = new Start(start.ground(), JsonNodeFactory.instance.objectNode());
        var inside = spot.children(data).stream()
                .filter(child -> child.base().equals(row))
                .toList();
        inside.forEach(child -> blank.fill(child, fresh));
        return inside.stream().allMatch(child -> {
            var value = child.at().in(data);
            return Path.isBlank(value) || value.equals(child.at().in(fresh));
        });
    }
}
