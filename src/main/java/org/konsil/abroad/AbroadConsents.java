package org.konsil.abroad;

import java.util.Map;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Consents;
import org.konsil.consent.Recipient;
import org.konsil.consent.Scope;
import org.konsil.consent.ScopeWithdrawn;
import org.konsil.consent.Shares;
import org.konsil.consent.Sharing;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.kernel.Stage;
import org.konsil.process.JobLedger;
import org.konsil.process.Outbox;
import org.konsil.process.WorkOffered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether the patient agrees to treatment abroad before anything goes there, and tells the process when that ends. */
@Service
public class AbroadConsents {

    private final Sharing sharing;
    private final Consents consents;
    private final CaseFiles cases;
    private final Applications applications;
    private final JobLedger jobs;
    private final Outbox outbox;

    AbroadConsents(
            Sharing sharing,
            Consents consents,
            CaseFiles cases,
            Applications applications,
            JobLedger jobs,
            Outbox outbox) {
        this.applications = applications;
        this.sharing = sharing;
        this.consents = consents;
        this.cases = cases;
        this.jobs = jobs;
        this.outbox = outbox;
    }

    /**
     * Something is about to go to those who decide on treatment abroad.
     *
     * @throws org.konsil.consent.NotAgreed unless the patient agrees to that now
     */
    @Transactional
    @Shares(Scope.TREATMENT_ABROAD)
    public Checked check(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Checked.class, () -> {
            sharing.require(caseId, Scope.TREATMENT_ABROAD, Recipient.domestic());
            return new Checked();
        });
    }

    @EventListener
    void on(ScopeWithdrawn event) {
        if (event.scope() == Scope.TREATMENT_ABROAD) {
            stop(event.caseId());
        }
    }

    /** A new document was recorded: it may leave treatment abroad out. */
    @EventListener
    void on(WorkOffered.Again recorded) {
        if (!consents.holds(recorded.caseId(), Scope.TREATMENT_ABROAD)) {
            stop(recorded.caseId());
        }
    }

    /** Whoever has left is reported on when they return: that is the home provider's own aftercare. */
    private void stop(CaseId caseId) {
        if (cases.summary(caseId).stage() == Stage.ABROAD && !applications.hasPatientLeft(caseId)) {
            outbox.publish(caseId, "treatment-abroad-withdrawn", caseId.toString(), Map.of());
        }
    }

    /** The patient agrees. */
    public record Checked() {}
}
