package org.konsil.consent;

import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminders that a drawn clock sends: each stands in the case's history, where the person reminded sees it with the task. */
@Service
public class Reminders {

    /** What was reminded of. */
    public record Reminded(String reminder) {}

    private final JobLedger jobs;
    private final Audit audit;

    Reminders(JobLedger jobs, Audit audit) {
        this.jobs = jobs;
        this.audit = audit;
    }

    /** @param reminder what is waited for, as the drawing's header {@code reminder} says: {@code consent}, {@code domestic-opinion} */
    @Transactional
    public void remind(CaseId caseId, JobId job, String reminder) {
        jobs.once(caseId, job, Reminded.class, () -> {
            audit.record(Entry.done(Actor.SYSTEM, "reminder-sent", caseId).with("reminder", reminder));
            return new Reminded(reminder);
        });
    }
}
