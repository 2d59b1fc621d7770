package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import org.konsil.forms.FormFiller;

/** What the people of the straight story would do with one piece of work, for those who drive cases in their own way. */
public final class StraightStory {

    private static final Script SHORT = new MarkedPatient()
            .marking(Script.straight()
                    .but("draft-outcome", java.util.Map.of("followUpMonths", java.util.List.of("3")))
                    .but("follow-up-report", java.util.Map.of("followUpEnd", true)));

    private StraightStory() {}

    /** The account that may work it. */
    public static String whoWorks(JsonNode item) {
        return People.whoWorks(item);
    }

    /** The answers to its form as it was opened, a mark in every text; the follow-up ends with the first report. */
    public static JsonNode answers(Door door, JsonNode item, JsonNode form) {
        var asked = new Asked(
                item.path("formId").asText(), item.path("elementId").asText(), whoWorks(item), 0, form.path("data"));
        return Door.JSON.valueToTree(
                new FormFiller(door.clock()).fill(form.path("schema"), asked.data(), SHORT.answer(asked)));
    }
}
