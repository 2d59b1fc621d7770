package org.konsil.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.konsil.advice.Outcomes;
import org.konsil.casefile.Cause;
import org.konsil.casefile.RoundBegun;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The follow-up of an advice: as the outcome's plan says, else after 3, 6 and 12 months. */
@Service
public class FollowUps {

    private static final List<Integer> DEFAULT_MONTHS = List.of(3, 6, 12);

    private final FollowUpDates dates;
    private final Outcomes outcomes;
    private final Reports reports;
    private final JobLedger jobs;
    private final Clock clock;

    FollowUps(FollowUpDates dates, Outcomes outcomes, Reports reports, JobLedger jobs, Clock clock) {
        this.dates = dates;
        this.outcomes = outcomes;
        this.reports = reports;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Plans the dates of the reports, counted from now in calendar months (UTC); those that another hospital left are kept. */
    @Transactional
    public Plan plan(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Plan.class, () -> {
            var before = dates.findByCaseIdOrderByNumber(caseId.value());
            var left = before.stream().filter(date -> !date.isReported()).toList();
            return left.isEmpty()
                    ? planAfter(caseId, before.size())
                    : new Plan(
                            left.stream().map(date -> date.dueAt().toString()).toList());
        });
    }

    private Plan planAfter(CaseId caseId, int before) {
        var told = clock.instant().atZone(ZoneOffset.UTC);
        var planned = new ArrayList<String>();
        for (var month : months(caseId)) {
            var due = told.plusMonths(month).toInstant();
            dates.save(new FollowUpDate(caseId, before + planned.size() + 1, due));
            planned.add(due.toString());
        }
        return new Plan(planned);
    }

    /** Nobody reports on an advice any more that is asked for anew. Another hospital makes the reports that are left. */
    @EventListener
    void on(RoundBegun event) {
        if (event.round().cause() != Cause.PROVIDER_CHANGED) {
            dates.deleteByCaseIdAndReportedAtIsNull(event.caseId().value());
        }
    }

    /** The planned reports of a case, in order. */
    @Transactional(readOnly = true)
    public List<Planned> of(CaseId caseId) {
        return dates.findByCaseIdOrderByNumber(caseId.value()).stream()
                .map(date -> date.shown(reports.open(caseId, date.number(), date.report())))
                .toList();
    }

    /** The date of the next report; empty while one is due, and when none is planned. */
    @Transactional(readOnly = true)
    public Optional<Instant> next(CaseId caseId) {
        return dates.findFirstByCaseIdAndReportedAtIsNullOrderByNumber(caseId.value())
                .map(FollowUpDate::dueAt)
                .filter(clock.instant()::isBefore);
    }

    private List<Integer> months(CaseId caseId) {
        var plan = outcomes.followUpPlan(caseId);
        return plan.isEmpty()
                ? DEFAULT_MONTHS
                : plan.stream().sorted().distinct().toList();
    }

    /** ISO 8601 instants, in order. */
    public record Plan(List<String> followUpDates) {}
}
