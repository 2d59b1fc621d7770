package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.konsil.feel.FeelBounds;
import org.konsil.forms.Component.Choice;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Rows;
import org.konsil.kernel.Refusal;
import org.springframework.util.MultiValueMap;

/**
 * A Camunda form. Answers go through three steps: {@link #start}, {@link #bind} or {@link #read} take them in as they are, {@link
 * #validate} says what is wrong, {@link #accept} gives those that hold. The context is the data that a task brings: it
 * prefills fields of the same key, feeds expressions and options, and is the only source of read-only fields.
 */
public final class Form {

    private final String id;
    private final Words title;
    private final List<Component> components;
    private final Ground ground;

    Form(String id, Words title, List<Component> components, Ground ground, Cursor source) {
        this.id = id;
        this.title = title;
        this.components = components;
        this.ground = ground;
        Sample.refuseDoubles(components, source);
    }

    public String id() {
        return id;
    }

    /** All fields in the order of reading, those in groups and lists included. */
    public List<FormField> fields() {
        return Sample.of(components).stream()
                .filter(spot -> spot.component() instanceof Field)
                .map(spot -> described((Field) spot.component(), spot))
                .toList();
    }

    /** The form before anybody answers: values of the context, else the schema's defaults. */
    public FormAnswers start(JsonNode context) {
        return inOneTurn(() -> {
            var data = JsonNodeFactory.instance.objectNode();
            var start = new Start(ground, context);
            components.forEach(component -> start.fill(new Spot(component, Path.ROOT, null), data));
            return new FormAnswers(data, context, List.of(), false);
        });
    }

    /**
     * Answers from an HTML form, its names being paths such as {@code urgency}, {@code home.city}, {@code signatories[0].name}. Rows are
     * added and removed as the pressed button says; then {@link FormAnswers#isRoundTrip} holds.
     */
    public FormAnswers bind(MultiValueMap<String, String> posted, JsonNode context) {
        var reader = new Posted(posted, new Start(ground, context));
        return inOneTurn(() -> new FormAnswers(reader.read(components), context, List.of(), reader.isRoundTrip()));
    }

    /** Answers from JSON. Fields that the form does not know and values of another type are found by {@link #validate}. */
    public FormAnswers read(JsonNode data, JsonNode context) {
        var reader = new Sent(new Start(ground, context));
        return inOneTurn(() -> new FormAnswers(reader.read(components, data), context, reader.problems(), false));
    }

    /** What is wrong, by JSON pointer and in the reader's language; empty if the answers hold. */
    public List<Refusal.Field> validate(FormAnswers answers, Locale reader) {
        return inOneTurn(() -> new Validation(this, ground, answers, shown(answers), reader).wrong());
    }

    /** The answers as typed JSON, without hidden and disabled fields; what is not of its field's type is left out as null. */
    public ObjectNode asJson(FormAnswers answers) {
        return inOneTurn(() -> json(answers));
    }

    private ObjectNode json(FormAnswers answers) {
        var shown = shown(answers);
        var json = JsonNodeFactory.instance.objectNode();
        for (var spot : shown.spots()) {
            if (spot.component() instanceof Rows) {
                spot.at().put(json, Start.empty(shown.value(spot).size()));
            } else if (spot.component() instanceof Field field
                    && !field.input().disabled().holds(shown.scope(spot.base()))) {
                spot.at().put(json, typed(field, spot, shown, answers));
            }
        }
        return json;
    }

    /**
     * The answers as typed JSON, once they hold.
     *
     * @throws AnswersRefused if anything is wrong, with every field
     */
    public ObjectNode accept(FormAnswers answers, Locale reader) {
        var wrong = validate(answers, reader);
        if (!wrong.isEmpty()) {
            throw new AnswersRefused(id, wrong);
        }
        return asJson(answers);
    }

    /** The form as a page shows it, with these answers and what is wrong with them; for the fragments of {@code forms/form}. */
    public FormView view(FormAnswers answers, List<Refusal.Field> wrong, Locale reader) {
        return inOneTurn(() -> {
            var shown = shown(answers);
            var drawing = new Drawing(this, ground, answers, shown, wrong, reader);
            return drawing.draw(components, title.say(shown.scope(Path.ROOT)));
        });
    }

    /** A form whose expressions were stopped is not half a form: nobody is shown it, and no answer to it holds. */
    private <T> T inOneTurn(Supplier<T> work) {
        try (var turn = FeelBounds.turn()) {
            var done = work.get();
            if (turn.isSpent()) {
                throw new FormTooHeavy(id);
            }
            return done;
        }
    }

    Shown shown(FormAnswers answers) {
        return new Shown(ground, components, answers);
    }

    /** A component's name for people; its id where the form gives it none. */
    String label(Spot spot, Shown shown, Locale reader) {
        var label = said(spot, shown, "label", spot.component().frame().label(), reader);
        return label.isBlank() ? spot.component().frame().id() : label;
    }

    String said(Spot spot, Shown shown, String what, Words words, Locale reader) {
        return ground.sentences().of(reader, id, spot.component(), what, words.say(shown.scope(spot.base())));
    }

    private static JsonNode typed(Field field, Spot spot, Shown shown, FormAnswers answers) {
        try {
            var value = Values.take(field, shown.value(spot));
            return field instanceof Choice choice
                    ? Choices.of(choice, shown.scope(spot.base()), answers.context())
                            .typed(value)
                    : value;
        } catch (Values.WrongType e) {
            return NullNode.instance;
        }
    }

    private static FormField described(Field field, Spot spot) {
        var path = spot.at().name().replace("[0]", "[]");
        return new FormField(
                path,
                field.frame().type(),
                field.input().required(),
                field.frame().properties());
    }
}
