package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
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
    private final PartRows rows;
    private final Seats seats;
    private final RequestRows requests;
    private final Erasures erasures;
    private final Audit audit;
    private final MessageSource words;
    private final Clock clock;

    AnswerStep(
            Parts parts,
            PartRows rows,
            Seats seats,
            RequestRows requests,
            Erasures erasures,
            Audit audit,
            MessageSource words,
            Clock clock) {
        this.parts = parts;
        this.rows = rows;
        this.seats = seats;
        this.requests = requests;
        this.erasures = erasures;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
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
                decide(part, Part.State.REFUSED, answers.path("refusalGround").asText(), by);
            default -> {
                if (part.extended()) {
                    throw RequestRefused.extendedAlready();
                }
                decide(part, Part.State.OPEN, answers.path("extensionGround").asText(), by);
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
        decide(part, Part.State.GRANTED, part.kind().erases() ? "gdpr-17-1" : null, by);
    }

    private void decide(Part part, Part.State state, @org.jspecify.annotations.Nullable String ground, Actor by) {
        rows.decide(part.id(), state, ground, by.userId(), clock.instant());
        seats.leave(part.caseId());
        var entry = Entry.done(by, state == Part.State.OPEN ? "rights-extended" : "rights-answered", part.caseId())
                .on("request:" + part.requestId())
                .with("kind", part.kind().code())
                .with("controller", part.controllerCode())
                .with(
                        "answer",
                        state == Part.State.OPEN ? "extend" : state == Part.State.REFUSED ? "refuse" : "fulfil");
        audit.record(ground == null ? entry : entry.because(ground));
    }

    private String word(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
