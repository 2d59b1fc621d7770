package org.konsil.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.konsil.access.Person;
import org.konsil.forms.Form;
import org.konsil.forms.Forms;
import org.konsil.process.HumanStep;
import org.konsil.process.TaskForms;
import org.springframework.stereotype.Component;

/** Finds a task's form and what it shows at first, and hands answers to the module that understands them. */
@Component
class FormDesk {

    /** A task without a form asks for nothing but that it is done. */
    private static final String NOTHING_TO_FILL_IN = "{\"type\":\"default\",\"id\":\"none\",\"components\":[]}";

    private final Forms forms;
    private final TaskForms deployed;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final Map<String, HumanStep> steps;

    FormDesk(Forms forms, TaskForms deployed, Drafts drafts, ObjectMapper json, List<HumanStep> steps) {
        this.forms = forms;
        this.deployed = deployed;
        this.drafts = drafts;
        this.json = json;
        this.steps = steps.stream()
                .flatMap(step -> step.forms().stream().map(id -> Map.entry(id, step)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    OpenedForm open(WorkItem item, Person reader) {
        var schema = schema(item);
        var context = context(item, reader);
        var data = context.deepCopy();
        drafts.of(item, reader.userId()).map(this::object).ifPresent(data::setAll);
        return new OpenedForm(item, schema, forms.parse(schema), data, context);
    }

    /** As it is for what somebody has typed already: without their draft. */
    OpenedForm typed(WorkItem item, Person reader) {
        var schema = schema(item);
        var context = context(item, reader);
        return new OpenedForm(item, schema, forms.parse(schema), context, context);
    }

    Form form(WorkItem item) {
        return forms.parse(schema(item));
    }

    ObjectNode context(WorkItem item, Person reader) {
        return step(item).map(step -> step.prefill(item.task(), reader.actor())).orElseGet(json::createObjectNode);
    }

    /** The variables for the engine beyond the fields that the contract names. */
    Map<String, Object> answered(WorkItem item, JsonNode answers, Person by) {
        return step(item)
                .map(step -> step.answered(item.task(), answers, by.actor()))
                .orElse(Map.of());
    }

    private Optional<HumanStep> step(WorkItem item) {
        return Optional.ofNullable(steps.get(item.formId()));
    }

    private String schema(WorkItem item) {
        return item.formId().isBlank() && item.formKey() == null
                ? NOTHING_TO_FILL_IN
                : deployed.schema(item.taskKey(), item.formKey(), item.formId())
                        .orElseGet(() -> forms.schema(item.formId()));
    }

    private ObjectNode object(String draft) {
        try {
            return (ObjectNode) json.readTree(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft was kept that is no JSON", e);
        }
    }
}
