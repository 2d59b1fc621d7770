package org.konsil.boards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What is written of a case in a session; as long as the form {@code meeting-minutes} allows. */
record Minutes(
        @Schema(description = "user ids of members of the case's panel") @Nullable
        List<String> attendees,

        @Schema(description = "others who attended") @Size(max = Minutes.OTHERS) @Nullable
        String others,

        @Schema(description = "points discussed") @Size(max = Minutes.TEXT) @Nullable
        String points,

        @Schema(description = "one on each line: they become the recommendations of the outcome's draft")
        @Size(max = Minutes.TEXT)
        @Nullable
        String decisions,

        @Schema(description = "reaches the home clinician at once") @Size(max = Minutes.ADVICE) @Nullable
        String interimAdvice) {

    static final int OTHERS = 500;
    static final int TEXT = 20_000;
    static final int ADVICE = 8_000;

    static final Minutes NOTHING = new Minutes(null, null, null, null, null);

    /** From the fields of the form. */
    static Minutes of(JsonNode form) {
        return new Minutes(
                StreamSupport.stream(form.path("attendees").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                form.path("others").asText(""),
                form.path("points").asText(""),
                form.path("decisions").asText(""),
                form.path("interimAdvice").asText(""));
    }

    public boolean attended(String user) {
        return attendees != null && attendees.contains(user);
    }

    boolean isTooLong() {
        return text(others).length() > OTHERS
                || text(points).length() > TEXT
                || text(decisions).length() > TEXT
                || text(interimAdvice).length() > ADVICE;
    }

    /** As the form would have it; whoever is no member did not attend as one. @throws BoardRefused unless somebody attended and something was said */
    ObjectNode form(List<String> members, LocalDate day) {
        var there = members.stream().filter(this::attended).toList();
        if (there.isEmpty() || text(points).isBlank()) {
            throw BoardRefused.noMinutes();
        }
        if (isTooLong()) {
            throw BoardRefused.minutesTooLong();
        }
        var form = JsonNodeFactory.instance.objectNode();
        form.put("held", "yes").put("sessionDate", day.toString());
        var attended = form.putArray("attendees");
        there.forEach(attended::add);
        return form.put("others", text(others))
                .put("points", text(points))
                .put("decisions", text(decisions))
                .put("interimAdvice", text(interimAdvice));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
