package org.konsil.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code draft-outcome}: each draft is a new version. */
@Component
class DraftStep implements HumanStep {

    private final OutcomeRows rows;
    private final Audit audit;
    private final Decided decided;
    private final Clock clock;

    DraftStep(OutcomeRows rows, Decided decided, Audit audit, Clock clock) {
        this.rows = rows;
        this.decided = decided;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Set<String> forms() {
        return Set.of("draft-outcome");
    }

    /** At first what the panel decided in its sessions, each decision as a recommendation. */
    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        return decided.in(task.caseId());
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        rows.draft(task.caseId(), answers, by.userId(), clock.instant());
        audit.record(Entry.done(by, "outcome-drafted", task.caseId()));
        return Map.of();
    }
}
