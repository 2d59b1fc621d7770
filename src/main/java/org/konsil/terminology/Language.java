package org.konsil.terminology;

import java.util.Locale;

/** Languages of names, by their two letters (ISO 639-1); what is written in Norway is one, {@code nb}. */
final class Language {

    static final String ENGLISH = "en";

    private Language() {}

    /** The two letters of a tag such as {@code fi}, {@code de-AT} or {@code no}; English for none. */
    static String of(String tag) {
        var language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return switch (language) {
            case "" -> ENGLISH;
            case "no", "nn" -> "nb";
            default -> language;
        };
    }
}
