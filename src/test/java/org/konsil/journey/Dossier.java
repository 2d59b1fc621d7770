package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.Onni;

/**
 * A dossier as a hospital sends it, and where it should end; read from {@code src/test/resources/dossiers}.
 *
 * @param letter what the hospital wrote
 * @param registers what its clinician registers, beside what every case has; null takes a field out
 * @param refused JSON pointers of the fields that are refused at first, empty where the dossier is taken as it is
 * @param corrected what is sent then
 * @param second what another case of the same hospital says, where there is one
 * @param scan whether there is a scanned page
 * @param people who answers otherwise than people usually do
 * @param clock how the time goes on while somebody does not answer, ISO 8601
 * @param ends the closing reason
 * @param answeredBy accounts of whom each has answered something
 * @param unseenBy accounts that must not see the case at its end
 * @param ranked networks that must be among those proposed, in this order
 */
record Dossier(
        String title,
        String letter,
        String hospital,
        ObjectNode registers,
        List<String> refused,
        @Nullable ObjectNode corrected,
        @Nullable ObjectNode second,
        boolean scan,
        @Nullable ObjectNode confirmsDeath,
        List<Answer> people,
        List<Event> events,
        List<String> clock,
        String ends,
        @Nullable String linked,
        List<String> flags,
        List<String> history,
        List<String> answeredBy,
        List<String> unseenBy,
        List<String> ranked) {

    /** @param time how often the form was answered before, any time if left out. @param by "nobody": it is left open */
    record Answer(
            String form, @Nullable Integer time, @Nullable String by, Map<String, Object> answers) {

        Answer {
            answers = Objects.requireNonNullElse(answers, Map.of());
        }
    }

    /** What is reported once a form is asked for; {@code $second} stands for the other case. */
    record Event(String when, String event, String by, ObjectNode said) {}

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    Dossier {
        refused = Objects.requireNonNullElse(refused, List.of());
        people = Objects.requireNonNullElse(people, List.of());
        events = Objects.requireNonNullElse(events, List.of());
        clock = Objects.requireNonNullElse(clock, List.of());
        flags = Objects.requireNonNullElse(flags, List.of());
        history = Objects.requireNonNullElse(history, List.of());
        answeredBy = Objects.requireNonNullElse(answeredBy, List.of());
        unseenBy = Objects.requireNonNullElse(unseenBy, List.of());
        ranked = Objects.requireNonNullElse(ranked, List.of());
    }

    static Stream<Dossier> all() {
        try (var files = Files.list(Path.of("src/test/resources/dossiers"))) {
            return files.sorted().map(Dossier::read).toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Dossier read(Path file) {
        try {
            return YAML.readValue(file.toFile(), Dossier.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(file.toString(), broken);
        }
    }

    String clinician() {
        return People.account("clinician:" + hospital);
    }

    ObjectNode asSent() {
        return with(usual(), registers);
    }

    ObjectNode asCorrected() {
        return with(asSent(), corrected);
    }

    ObjectNode asOfTheSecond() {
        return with(asCorrected(), second);
    }

    /** What people answer; the first that fits holds. */
    Script script() {
        var script = Script.straight();
        for (var answer : people.reversed()) {
            script = script.but(
                    asked ->
                            asked.formId().equals(answer.form) && (answer.time == null || answer.time == asked.times()),
                    asked -> "nobody".equals(answer.by) ? Script.NOTHING : answer.answers);
        }
        return script;
    }

    private ObjectNode usual() {
        var country = clinician().substring("clinician.".length());
        return Onni.answers(country, hospital).put("clinicalSummary", letter.strip());
    }

    private static ObjectNode with(ObjectNode some, @Nullable JsonNode more) {
        var all = some.deepCopy();
        if (more != null) {
            more.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    all.remove(field.getKey());
                } else {
                    all.set(field.getKey(), field.getValue());
                }
            });
        }
        return all.put(
                "pseudonym",
                all.path("pseudonym").asText() + "-"
                        + java.util.UUID.randomUUID().toString().substring(0, 4));
    }

    @Override
    public String toString() {
        return title;
    }
}
