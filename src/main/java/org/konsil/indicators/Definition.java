package org.konsil.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one indicator is counted.
 *
 * @param validFrom the first year that is counted by this version
 * @param of what is counted; each case once a year, when it first happened
 * @param from where the days begin, for a median
 * @param has what a share asks of a case: orpha-code or implemented
 * @param distinct provider or country
 * @param part the details that are counted of {@code whole}
 * @param urgency routine or urgent; empty: all cases
 * @param hash SHA-256 of the file
 */
record Definition(
        String id,
        int version,
        int validFrom,
        String name,
        String source,
        Measure measure,
        Match of,
        Match from,
        String has,
        String distinct,
        List<String> part,
        List<String> whole,
        String urgency,
        String hash) {

    static final Set<String> KNOWN_FACTS = Set.of("orpha-code", "implemented");
    private static final Set<String> COUNTABLE = Set.of("provider", "country");

    Definition {
        part = List.copyOf(part);
        whole = List.copyOf(whole);
    }

    /** @throws IllegalArgumentException saying what is wrong, in words for its owner */
    static Definition of(JsonNode written, String hash) {
        var measure = measure(text(written, "measure"));
        return new Definition(
                text(written, "indicator"),
                number(written, "version"),
                number(written, "validFrom"),
                text(written, "name"),
                text(written, "source"),
                measure,
                Match.of(written.path("of"), "of"),
                measure == Measure.MEDIAN_DAYS ? Match.of(written.path("from"), "from") : Match.NONE,
                measure == Measure.SHARE ? oneOf(written, "has", KNOWN_FACTS) : "",
                measure == Measure.DISTINCT ? oneOf(written, "distinct", COUNTABLE) : "",
                measure == Measure.SHARE_OF_ITEMS ? texts(written, "part") : List.of(),
                measure == Measure.SHARE_OF_ITEMS ? texts(written, "whole") : List.of(),
                written.path("urgency").asText(""),
                hash);
    }

    /** {@code time-to-outcome 1}, by which a figure names it. */
    String label() {
        return id + " " + version;
    }

    private static Measure measure(String word) {
        try {
            return Measure.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("measure: '" + word + "' is none that there is", e);
        }
    }

    private static String text(JsonNode written, String key) {
        var text = written.path(key).asText("").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(key + ": is missing");
        }
        return text;
    }

    private static int number(JsonNode written, String key) {
        var number = written.path(key).asInt();
        if (number < 1) {
            throw new IllegalArgumentException(key + ": a whole number from 1 on is missing");
        }
        return number;
    }

    private static String oneOf(JsonNode written, String key, Set<String> words) {
        var word = text(written, key);
        if (!words.contains(word)) {
            throw new IllegalArgumentException(key + ": '" + word + "' is none of " + new TreeSet<>(words));
        }
        return word;
    }

    private static List<String> texts(JsonNode written, String key) {
        var all = new ArrayList<String>();
        written.path(key).forEach(one -> all.add(one.asText()));
        if (all.isEmpty()) {
            throw new IllegalArgumentException(key + ": is missing");
        }
        return all;
    }
}
