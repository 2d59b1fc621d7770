package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.desk.dossier.Flags;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The form {@code confirm-death} as a step of the follow-up: a report said that the patient has died. */
@Component
class ConfirmDeath implements HumanStep {

    /** A person confirmed it. */
    record Confirmed(CaseId caseId, JsonNode death, Actor by) {}

    private final CaseEvents events;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher published;

    ConfirmDeath(CaseEvents events, Access access, Audit audit, ApplicationEventPublisher published) {
        this.events = events;
        this.access = access;
        this.audit = audit;
        this.published = published;
    }

    @Override
    public Set<String> forms() {
        return Set.of(Flags.DEATH_FORM);
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var answer = answers.path("answer").asText();
        audit.record(Entry.done(by, "death-confirmed", task.caseId()).with("answer", answer));
        if (answer.equals("died")) {
            var death = JsonNodeFactory.instance.objectNode();
            death.set("dateOfDeath", answers.path("dateOfDeath"));
            published.publishEvent(new Confirmed(task.caseId(), death, by));
        }
        return Map.of();
    }

    /** Last in the transaction: the process hears of the answered step first, and then that all care ends. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(Confirmed confirmed) {
        var by = access.person(confirmed.by().userId()).orElseThrow();
        events.report(confirmed.caseId(), CaseEvent.PATIENT_DIED, confirmed.death(), by);
    }
}
