package org.konsil.forms;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Format;
import org.konsil.forms.Component.MomentKind;
import org.konsil.forms.Component.Options;

/** Turns the JSON of a Camunda form into components. */
final class SchemaReader {

    private static final int DEEPEST = 10;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 20_000;

    static final int MOST_ROWS = 500;

    List<Component> components(Cursor parent, int depth) {
        if (depth > DEEPEST) {
            throw parent.broken("deep", DEEPEST);
        }
        var all = new ArrayList<Component>();
        for (var item : parent.items("components")) {
            if (!item.text("type", "").equals("button")) {
                all.add(component(item, depth));
            }
        }
        return List.copyOf(all);
    }

    private Component component(Cursor json, int depth) {
        var type = json.text("type", "");
        return switch (type) {
            case "textfield", "textarea" -> text(json, type.equals("textarea"));
            case "number" -> number(json);
            case "datetime" -> moment(json);
            case "checkbox" -> new Component.Tick(Frames.frame(json), Frames.input(json));
            case "radio", "select" -> choice(json, false);
            case "checklist", "taglist" -> choice(json, true);
            case "filepicker" ->
                new Component.Files(
                        Frames.frame(json), Frames.input(json), json.flag("multiple", false), json.text("accept", ""));
            case "group" ->
                new Component.Group(
                        Frames.frame(json),
                        Frames.path(json),
                        json.flag("showOutline", false),
                        components(json, depth + 1));
            case "dynamiclist" -> rows(json, depth);
            case "text" -> new Component.Prose(Frames.frame(json), json.words("text"));
            case "separator", "spacer" -> new Component.Gap(Frames.frame(json));
            default -> throw json.at("type").broken("unknown", type);
        };
    }

    private Field text(Cursor json, boolean multiline) {
        var validate = json.object("validate");
        var longest = IntNode.valueOf(multiline ? LONGEST_TEXT : LONGEST_LINE);
        return new Component.Text(
                Frames.frame(json),
                Frames.input(json),
                multiline,
                validate.formula("minLength"),
                validate.formula("maxLength", longest),
                pattern(validate),
                format(validate),
                json.object("appearance").words("prefixAdorner"),
                json.object("appearance").words("suffixAdorner"));
    }

    private Field number(Cursor json) {
        var validate = json.object("validate");
        var step = json.at("increment");
        return new Component.Number(
                Frames.frame(json),
                Frames.input(json),
                validate.formula("min"),
                validate.formula("max"),
                json.whole("decimalDigits", 10),
                step.isMissing() ? null : step.node().asText(),
                json.object("appearance").words("prefixAdorner"),
                json.object("appearance").words("suffixAdorner"));
    }

    private Field moment(Cursor json) {
        var frame = Frames.frame(json);
        var kind = frame.properties().getOrDefault("kind", "");
        var future = json.flag("disallowPassedDates", false) || kind.equals("date-future");
        return new Component.Moment(frame, Frames.input(json), momentKind(json), kind.equals("date-past"), future);
    }

    private Field choice(Cursor json, boolean many) {
        var validate = json.object("validate");
        var options = new Options(fixed(json), json.text("valuesKey", ""), json.formula("valuesExpression"));
        return new Component.Choice(
                Frames.frame(json),
                Frames.input(json),
                options,
                many,
                validate.whole("minItems", 0),
                validate.whole("maxItems", Integer.MAX_VALUE));
    }

    private Component rows(Cursor json, int depth) {
        var path = Frames.path(json);
        if (path.isEmpty()) {
            throw json.at("path").broken("path");
        }
        var least = json.object("validate").whole("minItems", 0);
        return new Component.Rows(
                Frames.frame(json),
                path,
                components(json, depth + 1),
                Math.min(MOST_ROWS, Math.max(least, json.whole("defaultRepetitions", 1))),
                json.flag("allowAddRemove", json.flag("isRepeatable", true)),
                least,
                Math.min(MOST_ROWS, json.object("validate").whole("maxItems", MOST_ROWS)));
    }

    private static MomentKind momentKind(Cursor json) {
        var subtype = json.text("subtype", "date");
        try {
            return MomentKind.valueOf(subtype.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw json.at("subtype").broken("subtype", subtype);
        }
    }

    private static com.fasterxml.jackson.databind.JsonNode fixed(Cursor json) {
        json.items("values");
        return json.node().path("values");
    }

    private static @Nullable Format format(Cursor validate) {
        var type = validate.text("validationType", "");
        return switch (type) {
            case "email" -> Format.EMAIL;
            case "phone" -> Format.PHONE;
            case "", "custom" -> null;
            default -> throw validate.at("validationType").broken("validation-type", type);
        };
    }

    private static @Nullable Pattern pattern(Cursor validate) {
        var pattern = validate.text("pattern", "");
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw validate.at("pattern").broken("pattern", e.getDescription());
        }
    }
}
