package org.konsil.followup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Consents;
import org.konsil.consent.Recipient;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a follow-up report says of adverse events, for the network whose advice it was: as long as the patient agrees. */
@Service
public class AdverseEvents {

    /** What the network is told. */
    static final String FORM = "adverse-events";

    private static final String REPORT = "follow-up-report";

    private final CaseFiles cases;
    private final Consents consents;
    private final Vault vault;
    private final JobLedger jobs;
    private final Audit audit;

    AdverseEvents(CaseFiles cases, Consents consents, Vault vault, JobLedger jobs, Audit audit) {
        this.cases = cases;
        this.consents = consents;
        this.vault = vault;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Gives the network its own copy of what the last report says of them; where consent does not hold, it is told nothing. */
    @Transactional
    public void share(CaseId caseId, JobId job) {
        jobs.once(caseId, job, Told.class, () -> {
            if (mayKnow(caseId)) {
                cases.latest(caseId, REPORT).ifPresent(report -> {
                    var told = JsonNodeFactory.instance.objectNode();
                    told.set("reportDate", report.answers().path("reportDate"));
                    told.set("adverseEventsText", report.answers().path("adverseEventsText"));
                    // of no task: the number is negative
                    cases.keep(caseId, -job.key(), FORM, told, Controller.NETWORK, report.by());
                    audit.record(Entry.done(Actor.SYSTEM, "adverse-events-shared", caseId));
                });
            } else {
                audit.record(Entry.refused(Actor.SYSTEM, "adverse-events-shared", caseId, "not-agreed"));
            }
            return new Told();
        });
    }

    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    private boolean mayKnow(CaseId caseId) {
        var network = cases.summary(caseId).network();
        return network != null
                && !vault.isDestroyed(caseId, Controller.NETWORK)
                && consents.careHolds(caseId, Recipient.network(network));
    }

    record Told() {}
}
