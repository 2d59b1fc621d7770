package org.konsil.letters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A part of a letter: a heading, fixed words, what the clinician writes, the list of recommendations, in this order.
 *
 * @param free findings, next or contact: what the clinician writes there; else empty
 * @param items whether the recommendations stand here
 * @param when permission, dissent or travel: it is there only if that holds; always where it is empty
 */
record TemplatePart(String heading, Wording text, String free, boolean items, String when) {

    static final Set<String> FREE = Set.of("findings", "next", "contact");
    private static final Set<String> CONDITIONS = Set.of("permission", "dissent", "travel");
    private static final Set<String> KEYS = Set.of("heading", "text", "free", "items", "when");

    /** @throws IllegalArgumentException saying what is wrong */
    static TemplatePart of(JsonNode written) {
        written.fieldNames().forEachRemaining(key -> known("the part's entry", key, KEYS));
        return new TemplatePart(
                written.path("heading").asText(""),
                Wording.of(written.path("text")),
                known("free:", written.path("free").asText(""), FREE),
                written.path("items").asBoolean(),
                known("when:", written.path("when").asText(""), CONDITIONS));
    }

    boolean holds(Set<String> conditions) {
        return when.isEmpty() || conditions.contains(when);
    }

    private static String known(String what, String word, Set<String> words) {
        if (!word.isEmpty() && !words.contains(word)) {
            throw new IllegalArgumentException(what + " '" + word + "' is none of " + new java.util.TreeSet<>(words));
        }
        return word;
    }
}
