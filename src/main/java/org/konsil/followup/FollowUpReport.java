package org.konsil.followup;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/**
 * The home clinician's report at a follow-up date; one that ends the series takes back the dates after it. One that says that the
 * patient has died has the death confirmed, unless it was before.
 */
@Component
class FollowUpReport implements HumanStep {

    private final FollowUpDates dates;
    private final Reports reports;
    private final CaseFiles cases;
    private final Clock clock;

    FollowUpReport(FollowUpDates dates, Reports reports, CaseFiles cases, Clock clock) {
        this.dates = dates;
        this.reports = reports;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Set<String> forms() {
        return Set.of("follow-up-report");
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        dates.findFirstByCaseIdAndReportedAtIsNullOrderByNumber(task.caseId().value())
                .ifPresent(date -> date.report(reports.seal(task.caseId(), date.number(), answers), clock.instant()));
        if (answers.path("followUpEnd").asBoolean()) {
            dates.deleteByCaseIdAndReportedAtIsNull(task.caseId().value());
        }
        var isDead = answers.path("vitalStatus").asText().equals("deceased");
        return Map.of(
                "deathToConfirm",
                isDead && !isConfirmed(task.caseId()),
                "networkToTell",
                answers.path("adverseEvents").asText().equals("yes"));
    }

    /** Papers or an earlier report said so, and a person confirmed it: the case goes on for the family. */
    private boolean isConfirmed(CaseId caseId) {
        return cases.latest(caseId, "confirm-death")
                .map(said -> said.answers().path("answer").asText())
                .filter(answer -> !answer.equals("alive"))
                .isPresent();
    }
}
