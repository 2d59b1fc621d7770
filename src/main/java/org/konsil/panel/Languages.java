package org.konsil.panel;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;

/** The languages in which people write to a panel, named in the reader's: those of the EU's institutions, of Norway, Iceland and Ukraine. */
public final class Languages {

    /** A language to choose. {@code code}: ISO 639-1. */
    public record Choice(String code, String name) {}

    private static final Set<String> CODES = Set.of(
            "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it", "lt", "lv", "mt",
            "nb", "nl", "pl", "pt", "ro", "sk", "sl", "sv", "uk");

    private Languages() {}

    static boolean isOne(String code) {
        return CODES.contains(code);
    }

    /** By name. */
    public static List<Choice> all() {
        return CODES.stream()
                .map(code -> new Choice(code, name(code)))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    /** In the reader's language. */
    public static String name(String code) {
        return Locale.of(code).getDisplayLanguage(LocaleContextHolder.getLocale());
    }
}
