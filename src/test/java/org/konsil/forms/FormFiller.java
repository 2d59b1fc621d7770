package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.konsil.forms.Component.Choice;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Files;
import org.konsil.forms.Component.Moment;
import org.konsil.forms.Component.Number;
import org.konsil.forms.Component.Rows;
import org.konsil.forms.Component.Text;
import org.konsil.forms.Component.Tick;

/**
 * Fills in any form from its schema, as a person in a hurry would: what is wanted, what is prefilled, and for the rest of what
 * must be answered something plausible that the form's own rules accept.
 */
public final class FormFiller {

    private static final int ROUNDS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;
    private final Forms forms;

    public FormFiller(Clock clock) {
        this.clock = clock;
        this.forms = new Forms(clock, SomeForms.messages(), List.of());
    }

    /**
     * @param wanted values by path, {@code triageDecision} or {@code home.city}, lists whole; what the form does not know is left out
     * @throws AssertionError if the form's rules cannot be met
     */
    @SuppressWarnings("unchecked")
    public Map<String, Object> fill(JsonNode schema, JsonNode prefilled, Map<String, Object> wanted) {
        var form = forms.parse(schema.toString());
        var data = form.start(prefilled).data().deepCopy();
        dropUnaskedRows(form, data, prefilled);
        wanted.forEach((path, value) -> Path.of(path).put(data, JSON.valueToTree(value)));
        for (var round = 0; round < ROUNDS && fillOnce(form, data, prefilled); round++) {}
        var known = form.asJson(new FormAnswers(data, prefilled, List.of(), false));
        var wrong = form.validate(form.read(known, prefilled), Locale.ENGLISH);
        if (!wrong.isEmpty()) {
            throw new AssertionError("Form '" + form.id() + "' cannot be filled in: " + wrong + " in " + known);
        }
        return JSON.convertValue(known, Map.class);
    }

    /** A list that needs no rows gets none, unless they are prefilled. */
    private static void dropUnaskedRows(Form form, ObjectNode data, JsonNode prefilled) {
        for (var spot :
                form.shown(new FormAnswers(data, prefilled, List.of(), false)).all()) {
            if (spot.component() instanceof Rows rows
                    && !spot.at().in(prefilled).isArray()) {
                spot.at().put(data, Start.empty(rows.least()));
            }
        }
    }

    private boolean fillOnce(Form form, ObjectNode data, JsonNode prefilled) {
        var shown = form.shown(new FormAnswers(data, prefilled, List.of(), false));
        for (var spot : shown.spots()) {
            var scope = shown.scope(spot.base());
            if (spot.component() instanceof Field field
                    && isAsked(field, scope)
                    && Path.isBlank(spot.at().in(data))) {
                var value = value(field, scope, prefilled);
                if (!Path.isBlank(value)) {
                    spot.at().put(data, value);
                    return true;
                }
            } else if (spot.component() instanceof Rows rows
                    && spot.at().in(data).size() < rows.least()) {
                spot.at().put(data, Start.empty(rows.least()));
                return true;
            }
        }
        return false;
    }

    private static boolean isAsked(Field field, Scope scope) {
        var must = field.input().required() || field instanceof Choice choice && choice.least() > 0;
        return must
                && !field.input().readonly().holds(scope)
                && !field.input().disabled().holds(scope);
    }

    private JsonNode value(Field field, Scope scope, JsonNode prefilled) {
        return switch (field) {
            case Text text -> TextNode.valueOf(text(text, scope));
            case Number number -> {
                var least = number.min().value(scope);
                var most = number.max().value(scope);
                yield least.isNumber() ? least : most.isNumber() ? most : JsonNodeFactory.instance.numberNode(1);
            }
            case Moment moment -> TextNode.valueOf(moment(moment));
            case Tick tick -> BooleanNode.TRUE;
            case Choice choice -> choice(choice, Choices.of(choice, scope, prefilled));
            case Files files -> JsonNodeFactory.instance.arrayNode().add("letter.pdf");
        };
    }

    private static JsonNode choice(Choice choice, Choices choices) {
        if (!choice.many()) {
            return choices.options().isEmpty()
                    ? NullNode.instance
                    : choices.options().getFirst().value();
        }
        var all = JsonNodeFactory.instance.arrayNode();
        choices.options().stream().limit(Math.max(1, choice.least())).forEach(option -> all.add(option.value()));
        return all;
    }

    private String moment(Moment moment) {
        var now = clock.instant().atOffset(java.time.ZoneOffset.UTC).toLocalDateTime();
        var then = moment.future() ? now.plusDays(30) : moment.past() ? now.minusDays(3) : now;
        return switch (moment.kind()) {
            case DATE -> then.toLocalDate().toString();
            case TIME -> "10:30";
            case DATETIME -> then.toLocalDate() + "T10:30";
        };
    }

    private static String text(Text text, Scope scope) {
        var kind = text.frame().properties().getOrDefault("kind", "");
        var candidates = List.of(
                switch (kind) {
                    case "orpha", "disease" -> "ORPHA:558";
                    case "hpo", "phenotype" -> "HP:0001250";
                    case "hgnc", "gene" -> "SCN1A";
                    case "country" -> "fi";
                    default ->
                        text.format() == Component.Format.EMAIL
                                ? "someone@hospital.example"
                                : text.format() == Component.Format.PHONE
                                        ? "+358 40 1234567"
                                        : text.frame().id() + ", as known to us";
                },
                "ORPHA:558",
                "HP:0001250",
                "OMIM:154700",
                "HGNC:10585",
                "SCN1A",
                "fi",
                "FI",
                "en",
                "1",
                "12",
                "2026",
                "abc",
                "ABC-1",
                "0".repeat(32),
                "a".repeat(64));
        var shortest = text.minLength().value(scope).asInt(0);
        var longest = text.maxLength().value(scope).asInt(Rules.LONGEST);
        return candidates.stream()
                .map(one -> one.length() < shortest ? one + " ".repeat(1) + "x".repeat(shortest) : one)
                .map(one -> one.length() > longest ? one.substring(0, longest) : one)
                .filter(one -> text.pattern() == null || BoundedText.finds(text.pattern(), one))
                .findFirst()
                .orElse(candidates.getFirst());
    }
}
