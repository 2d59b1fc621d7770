package org.konsil.interim;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.PanelSessions;
import org.konsil.panel.SessionHeld;
import org.konsil.process.JobLedger;
import org.konsil.vault.ContentErased;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports to the home clinician, who stays the patient's single point of contact. */
@Service
public class InterimReports {

    private static final String DISCUSSION = "lead-discussion";

    private final ReportRows rows;
    private final ReportWords words;
    private final PanelSessions sessions;
    private final CaseFiles cases;
    private final JobLedger jobs;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InterimReports(
            ReportRows rows,
            ReportWords words,
            PanelSessions sessions,
            CaseFiles cases,
            JobLedger jobs,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.words = words;
        this.sessions = sessions;
        this.cases = cases;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Leaves one report.
     *
     * @param step as the drawing names it
     * @param sentence as the drawing words it; [network], [experts] and [disciplines] are filled in
     */
    @Transactional
    public void report(CaseId caseId, JobId job, String step, String sentence) {
        jobs.once(caseId, job, Boolean.class, () -> {
            leave(caseId, step, words.filled(caseId, sentence), adviceNotToldYet(caseId));
            return true;
        });
    }

    /** After a session of the panel the home clinician hears that it was held, and what the panel lets them know meanwhile. */
    @EventListener
    @Transactional
    public void on(SessionHeld held) {
        var caseId = held.caseId();
        var said = sessions.of(caseId).stream()
                .filter(session -> session.id().equals(held.session()))
                .findFirst()
                .orElseThrow();
        var minutes = said.minutes();
        var advice =
                minutes == null ? "" : minutes.path("interimAdvice").asText("").strip();
        leave(caseId, "session", words.ofSession(caseId, said.meetsOn()), advice);
    }

    private void leave(CaseId caseId, String step, String said, String advice) {
        var number = rows.count(caseId) + 1;
        rows.add(caseId, new InterimReport(number, step, clock.instant(), said, advice));
        audit.record(Entry.done(Actor.SYSTEM, "interim-reported", caseId)
                .with("step", step)
                .with("number", number));
        events.publishEvent(new InterimReported(caseId, number));
    }

    /** What was told so far, oldest first. Reading is the caller's to allow and to audit. */
    @Transactional(readOnly = true)
    public List<InterimReport> of(CaseId caseId) {
        return rows.of(caseId);
    }

    /** What the lead wrote for the home clinician since the last report. */
    private String adviceNotToldYet(CaseId caseId) {
        var told = rows.of(caseId).stream().map(InterimReport::at).reduce(Instant.MIN, (a, b) -> b);
        try {
            return cases.submissions(caseId, DISCUSSION).stream()
                    .filter(given -> given.at().isAfter(told))
                    .map(given ->
                            given.answers().path("interimAdvice").asText("").strip())
                    .filter(advice -> !advice.isEmpty())
                    .reduce("", (a, b) -> a.isEmpty() ? b : a + "\n" + b);
        } catch (ContentErased e) {
            return "";
        }
    }
}
