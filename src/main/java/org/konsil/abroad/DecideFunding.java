package org.konsil.abroad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Zones;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code funding-decision}: an approval holds to the end of its last day, in the time of the country that pays. */
@Component
class DecideFunding implements HumanStep {

    private final CaseFiles cases;
    private final Zones zones;
    private final ObjectMapper json;

    DecideFunding(CaseFiles cases, Zones zones, ObjectMapper json) {
        this.cases = cases;
        this.zones = zones;
        this.json = json;
    }

    @Override
    public Set<String> forms() {
        return Set.of("funding-decision", "travel");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var prefill = json.createObjectNode();
        if (task.formId().equals("travel")) {
            cases.latest(task.caseId(), "funding-decision")
                    .ifPresent(decided ->
                            prefill.set("validUntil", decided.answers().path("validUntil")));
        }
        return prefill;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        return answers.path("fundingDecision").asText().equals("approved")
                ? Map.of(
                        "approvalEnds",
                        ends(
                                task.caseId(),
                                LocalDate.parse(answers.path("validUntil").asText())))
                : Map.of();
    }

    private String ends(CaseId caseId, LocalDate lastDay) {
        var zone = zones.of(cases.summary(caseId).country());
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant().toString();
    }
}
