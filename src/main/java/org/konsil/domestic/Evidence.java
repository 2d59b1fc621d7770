package org.konsil.domestic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.konsil.kernel.Actor;

/** One contribution to the evidence that domestic options were explored. */
public record Evidence(Kind kind, Actor by, Instant at, JsonNode answers) {

    /** From whom it comes. */
    public enum Kind {
        /** A domestic centre, or the contact point in its place. */
        OPINION,
        /** A national network or multidisciplinary meeting. */
        MEETING,
        /** The home clinician. */
        OWN
    }

    /** The field's answer; empty if it was not asked or not answered. */
    String answer(String field) {
        return answers.path(field).asText();
    }

    boolean has(String field) {
        return !answer(field).isEmpty();
    }
}
