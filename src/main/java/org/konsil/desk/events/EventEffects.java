package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Urgency;
import org.konsil.process.Outbox;
import org.springframework.stereotype.Component;

/** What an event does to the case at once, and what the process is told. */
@Component
class EventEffects {

    /** The scopes without which nobody outside may care for the case. */
    private static final Set<String> CARE = Set.of("referral", "record-sharing", "panel-care");

    private final CaseFiles cases;
    private final Grants grants;
    private final Outbox outbox;

    EventEffects(CaseFiles cases, Grants grants, Outbox outbox) {
        this.cases = cases;
        this.grants = grants;
        this.outbox = outbox;
    }

    void follow(CaseEvent event, CaseSummary about, JsonNode answers, Actor by) {
        switch (event) {
            case CONSENT_WITHDRAWN -> withdrawn(about, answers);
            case PATIENT_DIED -> tell(about.caseId(), event);
            case URGENCY_CHANGED ->
                cases.reconsider(
                        about.caseId(), Urgency.of(answers.path("urgency").asText()), by);
            default -> throw new IllegalStateException("Nothing follows from " + event);
        }
    }

    /**
     * Care consent withdrawn: outsiders lose their access in this transaction, engine or no engine. Before delivery the referral
     * ends; after it the home provider's own aftercare goes on. Registry and research end only what they name.
     */
    private void withdrawn(CaseSummary about, JsonNode answers) {
        var endsCare = StreamSupport.stream(answers.path("scopes").spliterator(), false)
                .anyMatch(scope -> CARE.contains(scope.asText()));
        if (!endsCare) {
            return;
        }
        grants.revokeAll(about.caseId(), As.PANEL);
        grants.revokeAll(about.caseId(), As.NETWORK);
        if (about.state().compareTo(CaseState.DELIVERED) < 0) {
            grants.revokeAll(about.caseId(), As.DOMESTIC);
            tell(about.caseId(), CaseEvent.CONSENT_WITHDRAWN);
        }
    }

    private void tell(CaseId caseId, CaseEvent event) {
        outbox.publish(caseId, event.code(), caseId.toString(), Map.of());
    }
}
