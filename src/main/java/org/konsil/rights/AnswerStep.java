package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.konsil.vault.Controller;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The form {@code answer-request}: a controller fulfils, refuses or extends what the patient asks for. */
@Component
class AnswerStep implements HumanStep {

    private final Parts parts;
    private final Answering answering;
    private final RequestRows requests;
    private final Erasures erasures;
    private final MessageSource words;

    AnswerStep(Parts parts, Answering answering, RequestRows requests, Erasures erasures, MessageSource words) {
        this.parts = parts;
        this.answering = answering;
        this.requests = requests;
        this.erasures = erasures;
        this.words = words;
    }

    @Override
    public Set<String> forms() {
        return Set.of("answer-request");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var part = parts.of(task);
        var request = requests.get(part.requestId(), part.caseId());
        var shown = JsonNodeFactory.instance
                .objectNode()
                .put("requestKind", part.kind().code())
                .put("askedFor", word("rights.kind." + part.kind().code()))
                .put("receivedOn", request.receivedOn().toString())
                .put("concerns", word("rights.controller." + part.controllerCode()));
        if (part.controller() == Controller.HOME) {
            var said = requests.said(part.requestId(), part.caseId());
            shown.put("details", said.path("details").asText(""));
            shown.put("field", said.path("field").asText(""));
            shown.put("correctedValue", said.path("correctedValue").asText(""));
        }
        return shown;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var part = parts.of(task);
        switch (answers.path("requestDecision").asText()) {
            case "fulfil" -> fulfil(part, by);
            case "refuse" ->
                answering.decide(
                        part, Part.State.REFUSED, answers.path("refusalGround").asText(), by);
            default -> {
                if (part.extended()) {
                    throw RequestRefused.extendedAlready();
                }
                answering.decide(
                        part, Part.State.OPEN, answers.path("extensionGround").asText(), by);
            }
        }
        return Map.of();
    }

    private void fulfil(Part part, Actor by) {
        if (part.kind() == Kind.ACCESS && part.copiedAt() == null) {
            throw RequestRefused.copyFirst();
        }
        if (part.kind().erases()) {
            erasures.require(part.caseId(), part.controller(), part.id());
        }
        answering.decide(part, Part.State.GRANTED, part.kind().erases() ? "gdpr-17-1" : null, by);
    }

    private String word(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
