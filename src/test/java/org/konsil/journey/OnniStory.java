package org.konsil.journey;

import java.util.List;
import java.util.Map;

/** How the people of the reference story answer. */
final class OnniStory {

    static final String DISSENT = "Resection should have been tried first; radiosurgery acts late.";

    private OnniStory() {}

    static Script script() {
        return Script.straight()
                .but("record-consent", Map.of("thirdCountries", List.of("gb")))
                .but(
                        "triage",
                        0,
                        Map.of(
                                "completeness", "incomplete",
                                "triageDecision", "return",
                                "missingItems", Script.rows("item", "Video EEG", "MRI at 3 tesla")))
                .but(asked -> asked.formId().equals("supply-information"), OnniStory::supplied)
                .but(
                        "convene-panel",
                        Map.of(
                                "experts", List.of("expert1.epicare", "expert2.epicare", "expert3.epicare"),
                                "guests", List.of("guest.uk")))
                .but("panel-invitation", "expert1.epicare", Map.of("invitationAnswer", "decline"))
                .but("panel-invitation", "expert2.epicare", Map.of("conflictFinancial", "yes"))
                .but("replace-experts", Map.of("replaceDecision", "invite", "experts", List.of("expert4.epicare")))
                .but(
                        "lead-discussion",
                        0,
                        Map.of("leadDecision", "ask", "askItems", Script.rows("item", "Neuropsychology report")))
                .but(
                        "draft-outcome",
                        Map.of(
                                "travelNeeded", "yes",
                                "treatmentPlace", "Marseille",
                                "recommendations",
                                        List.of(
                                                recommendation("surgery", "GammaKnife radiosurgery"),
                                                recommendation("drug", "Stop the third drug"))))
                .but("sign-outcome", "guest.uk", Map.of("signDecision", "dissent", "dissentText", DISSENT))
                .but("sign-outcome", "expert4.epicare", Script.NOTHING)
                .but(asked -> asked.formId().equals("review-advice"), OnniStory::reviewed)
                .but("abroad-application", Map.of("route", "s2", "countryAbroad", "fr"));
    }

    private static Map<String, Object> supplied(Asked asked) {
        return Map.of(
                "items",
                asked.each("items")
                        .map(item -> Map.of(
                                "item",
                                item.path("item").asText(),
                                "answer",
                                "provided",
                                "text",
                                "In the attached letter."))
                        .toList());
    }

    private static Map<String, Object> recommendation(String type, String text) {
        return Map.of(
                "type", type,
                "priority", "high",
                "text", text,
                "responsible", "Home clinician",
                "timeFrame", "Three months",
                "evidence", "3");
    }

    private static Map<String, Object> reviewed(Asked asked) {
        var second = Map.of("recommendation", text(asked, 1), "decision", "rejected", "reason", "It still helps him.");
        return Map.of("items", List.of(Map.of("recommendation", text(asked, 0), "decision", "accepted"), second));
    }

    private static String text(Asked asked, int item) {
        return asked.data().path("items").path(item).path("recommendation").asText();
    }
}
