package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.konsil.forms.Component.Choice;
import org.konsil.forms.Component.Field;
import org.konsil.forms.Component.Files;
import org.konsil.forms.Component.Moment;
import org.konsil.forms.Component.Number;
import org.konsil.forms.Component.Text;
import org.konsil.forms.Component.Tick;

/** Turns what was sent for a field into a value of the field's type. */
final class Values {

    /** What was sent is not of the field's type; the message key says what it should be. */
    static final class WrongType extends RuntimeException {
        final String key;

        WrongType(String key) {
            super(key, null, false, false);
            this.key = key;
        }
    }

    private static final Pattern WRITTEN_NUMBER = Pattern.compile("[+-]?\\d{1,18}([.,]\\d{1,10})?");
    private static final int MOST_CHOSEN = 1_000;

    private Values() {}

    /** @throws WrongType if the value is of another type; a blank one is null, a box that nobody ticked is not ticked */
    static JsonNode take(Field field, JsonNode sent) {
        if (sent.isNull() || sent.isMissingNode()) {
            return field instanceof Tick ? BooleanNode.FALSE : NullNode.instance;
        }
        return switch (field) {
            case Text text -> text.multiline() ? text(sent, "wrong.text") : line(sent);
            case Number number -> number(sent);
            case Moment moment -> moment(moment, sent);
            case Tick tick -> tick(sent);
            case Choice choice -> choice.many() ? several(sent) : one(sent);
            case Files files ->
                several(sent.isTextual() ? JsonNodeFactory.instance.arrayNode().add(sent) : sent);
        };
    }

    /** From the text of an HTML field, where everything is text. */
    static JsonNode take(Field field, String written) {
        return switch (field) {
            case Number number -> written(written);
            case Tick tick -> BooleanNode.valueOf(written.equals("true") || written.equals("on"));
            default -> take(field, TextNode.valueOf(written.replace("\r\n", "\n")));
        };
    }

    private static JsonNode text(JsonNode sent, String otherwise) {
        if (!sent.isTextual()) {
            throw new WrongType(otherwise);
        }
        var text = sent.textValue().strip();
        if (text.codePoints().anyMatch(Values::isUnstorable)) {
            throw new WrongType("wrong.characters");
        }
        return text.codePoints().allMatch(Values::isInvisible) ? NullNode.instance : TextNode.valueOf(text);
    }

    private static JsonNode line(JsonNode sent) {
        var text = text(sent, "wrong.text");
        if (text.isTextual() && text.textValue().lines().skip(1).findAny().isPresent()) {
            throw new WrongType("wrong.line");
        }
        return text;
    }

    /** Half characters, control characters, and the marks that make a text read other than it is written. */
    private static boolean isUnstorable(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE
                || Character.isISOControl(codePoint) && "\n\r\t".indexOf(codePoint) < 0
                || codePoint == 0x202d
                || codePoint == 0x202e;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static JsonNode written(String written) {
        var text = written.replaceAll("[\\s\\u00a0\\u202f]", "").replace('\u2212', '-');
        if (text.isEmpty()) {
            return NullNode.instance;
        }
        if (!WRITTEN_NUMBER.matcher(text).matches()) {
            throw new WrongType("wrong.number");
        }
        return number(DecimalNode.valueOf(new BigDecimal(text.replace(',', '.'))));
    }

    private static JsonNode number(JsonNode sent) {
        if (!sent.isNumber() || sent.isFloatingPointNumber() && !Double.isFinite(sent.doubleValue())) {
            throw new WrongType("wrong.number");
        }
        var value = sent.decimalValue();
        if (Math.abs((long) value.precision() - value.scale()) > 18 || value.scale() > 400) {
            throw new WrongType("wrong.number");
        }
        var plain = value.stripTrailingZeros();
        return plain.scale() <= 0 ? LongNode.valueOf(plain.longValueExact()) : DecimalNode.valueOf(plain);
    }

    private static JsonNode moment(Moment moment, JsonNode sent) {
        var key = "wrong." + moment.kind();
        var text = text(sent, key);
        if (!text.isNull() && !Moments.isWritten(moment.kind(), text.textValue())) {
            throw new WrongType(key);
        }
        return text;
    }

    private static JsonNode tick(JsonNode sent) {
        if (!sent.isBoolean()) {
            throw new WrongType("wrong.flag");
        }
        return sent;
    }

    private static JsonNode one(JsonNode sent) {
        if (!sent.isValueNode()) {
            throw new WrongType("wrong.option");
        }
        return sent.isTextual() ? text(sent, "wrong.option") : sent;
    }

    private static ArrayNode several(JsonNode sent) {
        if (!sent.isArray() || sent.size() > MOST_CHOSEN) {
            throw new WrongType("wrong.options");
        }
        var all = JsonNodeFactory.instance.arrayNode();
        var known = new java.util.HashSet<JsonNode>();
        for (var item : sent) {
            var value = one(item);
            if (!value.isNull() && known.add(value)) {
                all.add(value);
            }
        }
        return all;
    }
}
