package org.konsil.interop.phenopacket;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.konsil.kernel.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;

/** Collects what is wrong with a packet, in the reader's language, up to a number that a person still reads. */
final class Findings {

    private static final int MOST = 50;

    private final List<Refusal.Field> fields = new ArrayList<>();

    /** @param key the part of the message key after {@code interop.phenopacket.} */
    void add(String pointer, String key, Object... arguments) {
        if (!isFull()) {
            fields.add(new Refusal.Field(pointer, text(key, arguments)));
        }
    }

    boolean isFull() {
        return fields.size() >= MOST;
    }

    void refuseIfAny() {
        if (!fields.isEmpty()) {
            throw new MalformedPhenopacket(fields);
        }
    }

    MalformedPhenopacket only(String pointer, String key, Object... arguments) {
        return new MalformedPhenopacket(List.of(new Refusal.Field(pointer, text(key, arguments))));
    }

    private static String text(String key, Object... arguments) {
        var locale = LocaleContextHolder.getLocale();
        var words = ResourceBundle.getBundle(
                "messages/interop",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var strings = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            strings[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(words.getString("interop.phenopacket." + key), locale).format(strings);
    }
}
