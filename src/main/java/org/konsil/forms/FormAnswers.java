package org.konsil.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What was answered to a form, as it was sent: it may still break the form's rules, so that it can be shown again as typed. {@link
 * Form#accept} gives the answers that hold.
 */
public final class FormAnswers {

    private final ObjectNode data;
    private final JsonNode context;
    private final List<Problem> problems;
    private final boolean roundTrip;

    FormAnswers(ObjectNode data, JsonNode context, List<Problem> problems, boolean roundTrip) {
        this.data = data;
        this.context = context;
        this.problems = List.copyOf(problems);
        this.roundTrip = roundTrip;
    }

    /** A row was added or removed, or the page shall only be brought up to date: show the form again, validate nothing, change nothing. */
    public boolean isRoundTrip() {
        return roundTrip;
    }

    /** All that was typed, unchecked; for a draft. {@link Form#start} takes it as its context again. */
    public JsonNode typed() {
        return data.deepCopy();
    }

    ObjectNode data() {
        return data;
    }

    JsonNode context() {
        return context;
    }

    List<Problem> problems() {
        return problems;
    }
}
