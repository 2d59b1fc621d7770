package org.konsil.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;

/**
 * What a form's answers mean to the module that owns it. A form without a HumanStep is kept as it was filled in, and those of its
 * fields that the variable contract names as written by it go to the engine.
 */
public interface HumanStep {

    /** The ids of the forms that this step understands. */
    Set<String> forms();

    /** Values and options (for {@code valuesKey}) to show when the form opens. */
    default ObjectNode prefill(HumanTask task, Actor reader) {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Takes the validated answers, in the transaction that completes the task. May refuse with a {@link org.konsil.kernel.Refusal}
     * (kind INVALID with fields, or CONFLICT), which leaves the task open and the text as typed.
     *
     * @return the variables for the engine, beyond the fields that the contract names
     */
    Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by);
}
