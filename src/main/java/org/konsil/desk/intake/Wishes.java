package org.konsil.desk.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;

/** What a Phenopacket does not say and its sender may: whose patient it is, how urgent, what is asked. */
public record Wishes(
        @Nullable String country,
        @Nullable String urgency,
        @Nullable String question,
        @Nullable String provider) {

    /** Fills in the form; what was not said is the sender's own provider and country, routine, a diagnosis. */
    void into(ObjectNode fields, JsonNode choices, Person by) {
        put(fields, "provider", provider, choices.path("provider").asText(by.provider()));
        var own = by.country() == null ? null : by.country().code();
        put(fields, "country", country, choices.path("country").asText(own));
        put(fields, "urgency", urgency, "routine");
        put(fields, "question", question, "diagnosis");
    }

    private static void put(ObjectNode fields, String name, @Nullable String said, @Nullable String otherwise) {
        if (said != null && !said.isBlank()) {
            fields.put(name, said.strip().toLowerCase(Locale.ROOT));
        } else if (otherwise != null && !otherwise.isBlank()) {
            fields.put(name, otherwise);
        }
    }
}
