package org.konsil.letters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a letter's file and refuses what could not become a whole letter. */
final class TemplateReader {

    private static final Set<String> TYPES =
            Set.of("diagnosis", "test", "drug", "surgery", "travel", "trial", "no-change");
    private static final Set<String> DECISIONS = Set.of("accepted", "modified", "rejected");
    private static final Set<String> PLACES =
            Set.of("network", "provider", "consent-date", "outcome-date", "number", "date");

    private TemplateReader() {}

    static LetterTemplate read(JsonNode written) {
        var body = new ArrayList<TemplatePart>();
        written.path("body").forEach(part -> body.add(TemplatePart.of(part)));
        wholeBody(body);
        var version = written.path("version").asInt();
        if (version < 1) {
            throw new IllegalArgumentException("version: a whole number from 1 on is missing");
        }
        var read = new LetterTemplate(
                text(written, "language"),
                version,
                text(written, "title"),
                text(written, "greeting"),
                body,
                words(written, "types", TYPES),
                words(written, "decisions", DECISIONS),
                text(written, "closing"),
                text(written, "footer"));
        knownPlaces(read);
        return read;
    }

    private static String text(JsonNode written, String key) {
        var text = written.path(key).asText("").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(key + ": is missing");
        }
        return text;
    }

    private static Map<String, String> words(JsonNode written, String key, Set<String> wanted) {
        var words = new TreeMap<String, String>();
        for (var word : new TreeSet<>(wanted)) {
            words.put(word, text(written.path(key), word));
        }
        return words;
    }

    /** What the clinician writes has to appear, once. */
    private static void wholeBody(List<TemplatePart> body) {
        for (var free : new TreeSet<>(TemplatePart.FREE)) {
            once(
                    "free: " + free,
                    body.stream().filter(part -> part.free().equals(free)).toList());
        }
        once("items: true", body.stream().filter(TemplatePart::items).toList());
    }

    private static void once(String what, List<TemplatePart> parts) {
        if (parts.size() != 1 || !parts.getFirst().when().isEmpty()) {
            throw new IllegalArgumentException(what + " has to stand in the body once, without when");
        }
    }

    private static void knownPlaces(LetterTemplate read) {
        var all = new ArrayList<>(List.of(read.title(), read.greeting(), read.closing(), read.footer()));
        all.addAll(read.types().values());
        all.addAll(read.decisions().values());
        read.body().forEach(part -> {
            all.add(part.heading());
            all.addAll(part.text().all());
        });
        all.stream()
                .flatMap(words -> LetterTemplate.places(words).stream())
                .filter(place -> !PLACES.contains(place))
                .findFirst()
                .ifPresent(place -> {
                    throw new IllegalArgumentException("{" + place + "} is none of " + new TreeSet<>(PLACES));
                });
    }
}
