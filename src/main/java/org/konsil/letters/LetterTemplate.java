package org.konsil.letters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The letter in one language, as its owner wrote it.
 *
 * @param language BCP 47
 * @param version the owner counts it up with each change; each letter keeps by which it was written
 * @param types what kind of thing is recommended, by the recommendation's type
 * @param decisions what the clinician thinks of it: accepted, modified, rejected
 */
record LetterTemplate(
        String language,
        int version,
        String title,
        String greeting,
        List<TemplatePart> body,
        Map<String, String> types,
        Map<String, String> decisions,
        String closing,
        String footer) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    LetterTemplate {
        body = List.copyOf(body);
        types = Map.copyOf(types);
        decisions = Map.copyOf(decisions);
    }

    /** @throws IllegalArgumentException saying what is wrong, in words for its owner */
    static LetterTemplate of(JsonNode written) {
        return TemplateReader.read(written);
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** The language's own name of itself. */
    String languageName() {
        return locale().getDisplayLanguage(locale());
    }

    /** The words with their places filled in; a place that is not known stays empty. */
    static String filled(String words, Map<String, String> places) {
        return PLACE.matcher(words)
                .replaceAll(place -> java.util.regex.Matcher.quoteReplacement(places.getOrDefault(place.group(1), "")));
    }

    static List<String> places(String words) {
        return PLACE.matcher(words).results().map(place -> place.group(1)).toList();
    }
}
