package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.consent.Consents;
import org.konsil.consent.Scope;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Urgency;
import org.konsil.panel.Panels;
import org.konsil.process.Outbox;
import org.konsil.worklist.Recall;
import org.konsil.worklist.Replanning;
import org.springframework.stereotype.Component;

/** What an event does to the case at once, and what the process is told. */
@Component
class EventEffects {

    private final CaseFiles cases;
    private final Consents consents;
    private final Audit audit;
    private final Replanning work;
    private final Recall recall;
    private final Outbox outbox;
    private final Panels panels;

    EventEffects(
            CaseFiles cases,
            Consents consents,
            Panels panels,
            Audit audit,
            Replanning work,
            Recall recall,
            Outbox outbox) {
        this.cases = cases;
        this.consents = consents;
        this.panels = panels;
        this.audit = audit;
        this.work = work;
        this.recall = recall;
        this.outbox = outbox;
    }

    void follow(CaseEvent event, CaseSummary about, JsonNode answers, Actor by) {
        switch (event) {
            case CONSENT_WITHDRAWN -> withdrawn(about, answers, by);
            case PATIENT_DIED -> {
                audit.record(Entry.done(by, "patient-died", about.caseId()));
                tell(about.caseId(), event);
            }
            case URGENCY_CHANGED -> {
                cases.reconsider(
                        about.caseId(), Urgency.of(answers.path("urgency").asText()), by);
                work.replan(about.caseId(), by);
            }
            case CONFLICT_FOUND ->
                panels.conflictFound(about.caseId(), answers.path("expert").asText(), by);
            default -> throw new IllegalStateException("Nothing follows from " + event);
        }
    }

    /**
     * Where care is withdrawn, outsiders lose their access and their work in this transaction, engine or no engine. Before delivery the referral
     * ends; after it the home provider's own aftercare goes on. Registry and research end only what they name.
     */
    private void withdrawn(CaseSummary about, JsonNode answers, Actor by) {
        var endsCare = false;
        for (var code : answers.path("scopes")) {
            var scope = Scope.of(code.asText());
            consents.withdraw(about.caseId(), scope, by);
            endsCare = endsCare || scope.isCare();
        }
        if (endsCare) {
            recall.fromNetwork(about.caseId(), by);
        }
        if (endsCare && about.state().compareTo(CaseState.DELIVERED) < 0) {
            tell(about.caseId(), CaseEvent.CONSENT_WITHDRAWN);
        }
    }

    private void tell(CaseId caseId, CaseEvent event) {
        outbox.publish(caseId, event.code(), caseId.toString(), Map.of());
    }
}
