package org.konsil.domestic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code approve-waiver}: a second person decides. */
@Component
class DecideOnWaiver implements HumanStep {

    private final DomesticRows rows;
    private final CaseFiles cases;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    DecideOnWaiver(DomesticRows rows, CaseFiles cases, Audit audit, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> forms() {
        return Set.of("approve-waiver");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var prefill = json.createObjectNode();
        cases.latest(task.caseId(), "exhaustion-waiver")
                .ifPresent(asked -> prefill.set("waiverReason", asked.answers().path("waiverReason")));
        return prefill;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var approve = answers.path("waiverDecision").asText().equals("approve");
        var waiver = rows.waivers(task.caseId()).getLast().decide(approve, by, clock.instant());
        rows.decided(waiver, by, clock.instant());
        audit.record(Entry.done(by, approve ? "waiver-approved" : "waiver-refused", task.caseId()));
        return Map.of();
    }
}
