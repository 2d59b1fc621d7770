package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.konsil.forms.Component.Choice;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Files;
import org.konsil.forms.Component.Moment;
import org.konsil.forms.Component.Number;
import org.konsil.forms.Component.Text;
import org.konsil.forms.Component.Tick;
import org.konsil.forms.FormView.Mark;

/** How a field is drawn in HTML. */
final class Looks {

    private static final int LONGEST_SHOWN = 100_000;

    private Looks() {}

    static String of(Field field, JsonNode value) {
        return switch (field) {
            case Text text -> text.multiline() ? "textarea" : "text";
            case Number number -> "text";
            case Moment moment -> "text";
            case Tick tick -> "tick";
            case Choice choice -> choice.many() ? "checks" : choice.frame().type();
            case Files files -> "files";
        };
    }

    static Map<String, String> attributes(Field field, JsonNode value, Scope scope, Clock clock) {
        var all = new TreeMap<String, String>();
        switch (field) {
            case Text text -> {
                all.put(
                        "type",
                        text.format() == null ? "text" : text.format() == Component.Format.EMAIL ? "email" : "tel");
                all.put("prefix", text.prefix().say(scope));
                all.put("suffix", text.suffix().say(scope));
            }
            case Number number -> {
                all.put("type", "text");
                all.put("inputmode", number.decimals() == 0 ? "numeric" : "decimal");
                all.put("prefix", number.prefix().say(scope));
                all.put("suffix", number.suffix().say(scope));
            }
            case Moment moment -> moment(moment, value, clock, all);
            case Files files -> all.put("accept", files.accept());
            default -> {}
        }
        if (field instanceof Files files && files.many()) {
            all.put("multiple", "multiple");
        }
        all.put("kind", field.frame().properties().getOrDefault("kind", ""));
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** What the browser's own date field would hide, because it is no date, is shown as the text it is. */
    private static void moment(Moment moment, JsonNode value, Clock clock, Map<String, String> all) {
        var shows = text(value).isEmpty() || Moments.isWritten(moment.kind(), text(value));
        var type =
                switch (moment.kind()) {
                    case DATE -> "date";
                    case TIME -> "time";
                    case DATETIME -> "datetime-local";
                };
        all.put("type", shows ? type : "text");
        if (moment.kind() == Component.MomentKind.DATE) {
            var today = LocalDate.now(clock).toString();
            all.put("max", moment.past() ? today : "");
            all.put("min", moment.future() ? today : "");
        }
    }

    static List<Mark> marks(Field field, Spot spot, JsonNode value, Scope scope, JsonNode context) {
        var all = new ArrayList<Mark>();
        if (field instanceof Choice choice) {
            for (var option : Choices.of(choice, scope, context).options()) {
                var id = spot.at().elementId() + "-" + all.size();
                all.add(new Mark(id, option.value().asText(), option.label(), isChosen(option.value(), value)));
            }
        } else if (field instanceof Files) {
            value.forEach(file -> all.add(new Mark("", file.asText(), file.asText(), true)));
        }
        return List.copyOf(all);
    }

    static String text(JsonNode value) {
        var text = value.isNumber()
                ? value.decimalValue().toPlainString()
                : value.isValueNode() && !value.isNull() ? value.asText() : "";
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    }

    /** The value of a field that is only shown. */
    static String inWords(Field field, JsonNode value, List<Mark> marks, Sentences sentences, Locale reader) {
        return switch (field) {
            case Choice choice ->
                marks.stream().filter(Mark::chosen).map(Mark::label).collect(Collectors.joining(", "));
            case Files files -> marks.stream().map(Mark::label).collect(Collectors.joining(", "));
            case Tick tick -> sentences.say(reader, value.asBoolean() ? "yes" : "no");
            default -> text(value);
        };
    }

    private static boolean isChosen(JsonNode option, JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .anyMatch(one -> one.asText().equals(option.asText()))
                : !value.isNull() && value.asText().equals(option.asText());
    }
}
