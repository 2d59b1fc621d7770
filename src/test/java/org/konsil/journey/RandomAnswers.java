package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Answers as people usually give them, but some of a form's choices are made by chance among all that it offers. */
final class RandomAnswers {

    private static final int CHANGED = 25;

    private static final int ENDING = 20;

    private final Chance chance;
    private final Door door;

    RandomAnswers(Chance chance, Door door) {
        this.chance = chance;
        this.door = door;
    }

    Map<String, Object> answer(Asked asked, JsonNode schema) {
        var answers = new HashMap<String, Object>(Script.straight().answer(asked));
        if (asked.formId().equals("record-consent") && chance.in(ENDING)) {
            var days = chance.one(List.of(3, 20, 40, 90));
            answers.put("expiry", LocalDate.now(door.clock()).plusDays(days).toString());
        }
        choices(schema).filter(choice -> chance.in(CHANGED)).forEach(choice -> answer(choice, asked, answers));
        return answers;
    }

    private void answer(JsonNode choice, Asked asked, Map<String, Object> answers) {
        var key = choice.path("key").asText();
        if (choice.path("type").asText().equals("checkbox")) {
            answers.put(key, chance.toss());
            return;
        }
        var options = options(choice, asked);
        if (!options.isEmpty()) {
            answers.put(key, isMany(choice) ? chance.some(options) : chance.one(options));
        }
    }

    private static List<String> options(JsonNode choice, Asked asked) {
        return choice.has("values")
                ? choice.path("values").findValuesAsText("value")
                : asked.options(choice.path("valuesKey").asText());
    }

    private static boolean isMany(JsonNode choice) {
        return List.of("checklist", "taglist").contains(choice.path("type").asText());
    }

    /** Those of the form and its groups; rows keep what they are prefilled with. */
    private static Stream<JsonNode> choices(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(component -> switch (component.path("type").asText()) {
                    case "radio", "select", "checklist", "taglist", "checkbox" -> Stream.of(component);
                    case "group" -> choices(component);
                    default -> Stream.empty();
                });
    }
}
