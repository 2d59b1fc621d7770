package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.konsil.forms.Component.Choice;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Files;
import org.konsil.forms.Component.Moment;
import org.konsil.forms.Component.Rows;
import org.konsil.forms.Component.Tick;
import org.konsil.kernel.Refusal;

/** Checks answers against a form's rules and says in the reader's language what is wrong, at most one thing per field. */
final class Validation {

    private static final int MOST = 100;

    private final Form form;
    private final Ground ground;
    private final FormAnswers answers;
    private final Shown shown;
    private final Locale reader;
    private final List<Refusal.Field> wrong = new ArrayList<>();

    Validation(Form form, Ground ground, FormAnswers answers, Shown shown, Locale reader) {
        this.form = form;
        this.ground = ground;
        this.answers = answers;
        this.shown = shown;
        this.reader = reader;
    }

    List<Refusal.Field> wrong() {
        for (var problem : answers.problems()) {
            if (!shown.hides(problem.at())) {
                report(problem.at(), ground.sentences().say(reader, problem.key(), problem.arguments()));
            }
        }
        for (var spot : shown.spots()) {
            if (wrong.size() >= MOST) {
                break;
            }
            if (spot.component() instanceof Field field && !isGiven(field, spot)) {
                check(field, spot, shown.value(spot));
            } else if (spot.component() instanceof Rows rows) {
                check(rows, spot, shown.value(spot).size());
            }
        }
        return List.copyOf(wrong);
    }

    private boolean isGiven(Field field, Spot spot) {
        var scope = shown.scope(spot.base());
        return field.input().readonly().holds(scope) || field.input().disabled().holds(scope);
    }

    private void check(Field field, Spot spot, JsonNode value) {
        try {
            var typed = Values.take(field, value);
            if (!Path.isBlank(typed)) {
                Rules.broken(field, typed, shown.scope(spot.base()), answers.context(), ground.clock())
                        .ifPresent(problem -> say(spot, problem.key(), problem.arguments()));
                kind(field, spot, typed);
            } else if (field.input().required()) {
                say(spot, missing(field));
            } else if (field instanceof Choice choice && choice.least() > 0) {
                say(spot, "error.least", choice.least());
            }
        } catch (Values.WrongType e) {
            say(spot, e.key);
        }
    }

    private void check(Rows rows, Spot spot, int count) {
        if (count < rows.least()) {
            say(spot, "error.least-rows", rows.least());
        } else if (count > rows.most()) {
            say(spot, "error.most-rows", rows.most());
        }
    }

    private void kind(Field field, Spot spot, JsonNode value) {
        var kind = ground.kinds().get(field.frame().properties().getOrDefault("kind", ""));
        if (kind != null) {
            for (var one : value.isArray() ? value : List.of(value)) {
                kind.objection(one.asText(), reader).ifPresent(objection -> report(spot.at(), objection));
            }
        }
    }

    private static String missing(Field field) {
        return switch (field) {
            case Tick tick -> "error.tick";
            case Choice choice -> "error.choose";
            case Files files -> "error.file";
            case Moment moment -> "error." + moment.kind();
            default -> "error.required";
        };
    }

    private void say(Spot spot, String key, Object... arguments) {
        var all = new ArrayList<Object>();
        all.add(form.label(spot, shown, reader));
        all.addAll(List.of(arguments));
        report(spot.at(), ground.sentences().say(reader, key, all.toArray()));
    }

    private void report(Path at, String sentence) {
        var pointer = at.pointer();
        if (wrong.stream().noneMatch(known -> known.pointer().equals(pointer))) {
            wrong.add(new Refusal.Field(pointer, sentence));
        }
    }
}
