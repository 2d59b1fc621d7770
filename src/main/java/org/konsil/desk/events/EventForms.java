package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.konsil.casefile.CaseFiles;
import org.konsil.forms.Form;
import org.konsil.forms.Forms;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/** The forms behind the events. */
@Component
public class EventForms {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Forms forms;
    private final CaseFiles cases;
    private final Clock clock;

    EventForms(Forms forms, CaseFiles cases, Clock clock) {
        this.forms = forms;
        this.cases = cases;
        this.clock = clock;
    }

    /** The form of an event that has one. */
    public Form of(CaseEvent event) {
        return forms.named(String.valueOf(event.form()));
    }

    /** What the form is opened with. */
    public ObjectNode context(CaseEvent event, CaseId caseId) {
        var context = JSON.objectNode();
        if (event == CaseEvent.CONFLICT_FOUND) {
            context.set("experts", experts(caseId));
        }
        return context;
    }

    /** The experts whose opinion may have to be taken out: value and label. */
    ArrayNode experts(CaseId caseId) {
        return JSON.arrayNode();
    }

    ObjectNode accept(CaseEvent event, CaseId caseId, JsonNode sent, Locale reader) {
        var form = of(event);
        var data = sent.isMissingNode() || sent.isNull() ? JSON.objectNode() : sent;
        return form.accept(form.read(data, context(event, caseId)), reader);
    }

    /** Keeps the answers under a number that no task of the engine has. */
    void keep(CaseEvent event, CaseId caseId, JsonNode answers, Actor by) {
        var number = -ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        cases.keep(caseId, number, String.valueOf(event.form()), answers, Controller.HOME, by);
    }
}
