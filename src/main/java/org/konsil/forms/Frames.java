package org.konsil.forms;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.regex.Pattern;
import org.konsil.forms.Component.Frame;
import org.konsil.forms.Component.Input;

/** Reads what all components of a form have in common. */
final class Frames {

    private static final Pattern KEY =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}(\\.[A-Za-z_][A-Za-z0-9_]{0,99}){0,9}");

    private Frames() {}

    static Frame frame(Cursor json) {
        var type = json.text("type", "");
        var label = json.words(type.equals("datetime") ? dateLabel(json) : "label");
        var columns = json.object("layout").whole("columns", 0);
        return new Frame(
                json.text(
                        "id",
                        json.text("key", json.text("path", "c" + json.pointer().hashCode()))),
                type,
                label,
                json.words("description"),
                json.object("conditional").formula("hide"),
                columns > 16 ? 0 : columns,
                json.properties());
    }

    static Input input(Cursor json) {
        var key = json.text("key", "");
        if (!KEY.matcher(key).matches()) {
            throw json.at("key").broken("key", key);
        }
        return new Input(
                key,
                json.object("validate").flag("required", false),
                json.formula("readonly", BooleanNode.FALSE),
                json.formula("disabled", BooleanNode.FALSE),
                json.formula("defaultValue"));
    }

    static String path(Cursor json) {
        var path = json.text("path", "");
        if (!path.isEmpty() && !KEY.matcher(path).matches()) {
            throw json.at("path").broken("key", path);
        }
        return path;
    }

    private static String dateLabel(Cursor json) {
        var time = json.text("subtype", "date").equals("time");
        return !json.at("label").isMissing() ? "label" : time ? "timeLabel" : "dateLabel";
    }
}
