package org.konsil.followup;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The home clinician's report at a follow-up date; one that ends the series takes back the dates after it. */
@Component
class FollowUpReport implements HumanStep {

    private final FollowUpDates dates;
    private final Reports reports;
    private final Clock clock;

    FollowUpReport(FollowUpDates dates, Reports reports, Clock clock) {
        this.dates = dates;
        this.reports = reports;
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
        return Map.of();
    }
}
