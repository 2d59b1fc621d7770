package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.konsil.forms.Component.Choice;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Format;
import org.konsil.forms.Component.Moment;
import org.konsil.forms.Component.Number;
import org.konsil.forms.Component.Text;

/** The rules a form's schema sets for a given value of the right type. */
final class Rules {

    /** However long a form wants a text: no longer than this. */
    static final int LONGEST = 200_000;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{3,30}");
    private static final int LONGEST_EMAIL = 254;

    private Rules() {}

    record Broken(String key, Object... arguments) {}

    static Optional<Broken> broken(Field field, JsonNode value, Scope scope, JsonNode context, Clock clock) {
        return Optional.ofNullable(
                switch (field) {
                    case Text text -> text(text, value.textValue(), scope);
                    case Number number -> number(number, value, scope);
                    case Moment moment -> moment(moment, value.textValue(), clock);
                    case Choice choice -> choice(choice, value, Choices.of(choice, scope, context));
                    case Component.Tick tick -> null;
                    case Component.Files files ->
                        files.many() || value.size() == 1 ? null : new Broken("error.one-file");
                });
    }

    private static @Nullable Broken text(Text rule, String text, Scope scope) {
        var length = text.codePointCount(0, text.length());
        var longest = Math.min(LONGEST, rule.maxLength().value(scope).asInt(LONGEST));
        var shortest = rule.minLength().value(scope).asInt(0);
        if (length > longest) {
            return new Broken("error.long", longest, length);
        }
        if (length < shortest) {
            return new Broken("error.short", shortest, length);
        }
        if (rule.format() == Format.EMAIL
                && (length > LONGEST_EMAIL || !EMAIL.matcher(text).matches())) {
            return new Broken("error.email");
        }
        if (rule.format() == Format.PHONE && !PHONE.matcher(text).matches()) {
            return new Broken("error.phone");
        }
        return rule.pattern() == null || BoundedText.finds(rule.pattern(), text) ? null : new Broken("error.pattern");
    }

    private static @Nullable Broken number(Number rule, JsonNode value, Scope scope) {
        var number = value.decimalValue();
        var min = rule.min().value(scope);
        var max = rule.max().value(scope);
        if (min.isNumber() && number.compareTo(min.decimalValue()) < 0) {
            return new Broken("error.min", min.decimalValue());
        }
        if (max.isNumber() && number.compareTo(max.decimalValue()) > 0) {
            return new Broken("error.max", max.decimalValue());
        }
        if (number.scale() > rule.decimals()) {
            return rule.decimals() == 0 ? new Broken("error.whole") : new Broken("error.decimals", rule.decimals());
        }
        return null;
    }

    private static @Nullable Broken moment(Moment rule, String value, Clock clock) {
        if (rule.past() && Moments.isFuture(rule.kind(), value, clock)) {
            return new Broken("error.future");
        }
        return rule.future() && Moments.isPast(rule.kind(), value, clock) ? new Broken("error.past") : null;
    }

    private static @Nullable Broken choice(Choice rule, JsonNode value, Choices choices) {
        for (var one : value.isArray() ? value : java.util.List.of(value)) {
            if (choices.find(one).isEmpty()) {
                var named = one.asText();
                return new Broken("error.option", named.length() > 80 ? named.substring(0, 80) + "…" : named);
            }
        }
        if (rule.many() && value.size() < rule.least()) {
            return new Broken("error.least", rule.least());
        }
        return rule.many() && value.size() > rule.most() ? new Broken("error.most", rule.most()) : null;
    }
}
