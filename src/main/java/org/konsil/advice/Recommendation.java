package org.konsil.advice;

import com.fasterxml.jackson.databind.JsonNode;

/** One thing that the panel recommends. {@code type}: diagnosis, test, drug, surgery, travel, trial or no-change; {@code evidence}: level 1 to 5. */
public record Recommendation(
        String type,
        String priority,
        String text,
        String responsible,
        String timeFrame,
        String evidence,
        String contraIndications) {

    static Recommendation of(JsonNode answers) {
        return new Recommendation(
                answers.path("type").asText(),
                answers.path("priority").asText(),
                answers.path("text").asText(),
                answers.path("responsible").asText(),
                answers.path("timeFrame").asText(),
                answers.path("evidence").asText(),
                answers.path("contraIndications").asText(""));
    }

    /** In one line: what, who, until when. */
    public String sentence() {
        return text + " (" + responsible + ", " + timeFrame + ")";
    }
}
