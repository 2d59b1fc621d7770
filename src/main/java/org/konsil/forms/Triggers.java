package org.konsil.forms;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.konsil.forms.Component.Choice;
import org.konsil.forms.Component.Field;

/** The fields on whose answers other questions or their options hang, found by their names in the expressions. */
record Triggers(String expressions) {

    static Triggers of(List<Spot> spots) {
        return new Triggers(spots.stream()
                .map(spot -> text(spot.component().frame().hide()) + options(spot.component()))
                .collect(Collectors.joining(" ")));
    }

    boolean any() {
        return !expressions.isBlank();
    }

    boolean has(Spot spot) {
        if (!(spot.component() instanceof Field field) || !any()) {
            return false;
        }
        var key = field.input().key();
        var last = key.substring(key.lastIndexOf('.') + 1);
        return Pattern.compile("(?<![A-Za-z0-9_])" + last + "(?![A-Za-z0-9_])")
                .matcher(expressions)
                .find();
    }

    private static String options(Component component) {
        return component instanceof Choice choice ? " " + text(choice.options().feel()) : "";
    }

    private static String text(Formula formula) {
        return formula.expression() == null ? "" : formula.expression().text();
    }
}
