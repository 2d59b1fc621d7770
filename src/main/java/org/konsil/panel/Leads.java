package org.konsil.panel;

import java.util.Map;
import java.util.UUID;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.konsil.process.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A lead who drops out loses the case at once; the coordinator appoints another, who takes the open work over. */
@Service
public class Leads {

    private final PanelRows panels;
    private final Suitable suitable;
    private final CaseFiles cases;
    private final Grants grants;
    private final Outbox outbox;
    private final JobLedger jobs;
    private final Audit audit;

    Leads(
            PanelRows panels,
            Suitable suitable,
            CaseFiles cases,
            Grants grants,
            Outbox outbox,
            JobLedger jobs,
            Audit audit) {
        this.panels = panels;
        this.suitable = suitable;
        this.cases = cases;
        this.grants = grants;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Tells the work that waits for a lead who it is now. */
    @Transactional
    public void handOver(CaseId caseId, UUID panelId, JobId job) {
        jobs.once(caseId, job, Boolean.class, () -> {
            var panel = panels.get(panelId);
            if (!panel.isOver() && !panel.leadGone()) {
                outbox.publish(caseId, "lead-changed", caseId.toString(), Map.of("lead", panel.lead()));
            }
            return true;
        });
    }

    /** @throws NotInvited if the lead has gone already, or the panel is over */
    void dropOut(Panel panel, Actor by) {
        if (!panel.canLoseLead()) {
            throw new NotInvited(panel.caseId());
        }
        var about = cases.summary(panel.caseId());
        panels.leadGone(panel.id());
        grants.revokeUser(panel.caseId(), panel.lead());
        outbox.publish(
                panel.caseId(),
                "lead-unavailable",
                panel.id().toString(),
                Map.of(
                        "caseId", panel.caseId().toString(),
                        "subjectId", panel.id().toString(),
                        "network", panel.network().value(),
                        "provider", about.provider(),
                        "country", about.country().code(),
                        "urgency", about.urgency().code()));
        audit.record(Entry.done(by, "lead-unavailable", panel.caseId()).on("panel:" + panel.id()));
    }

    /** @throws org.konsil.consent.NotAgreed if the consent does not cover the network now */
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    void appoint(Panel panel, String lead, Actor by) {
        if (!panel.leadGone() || panel.isOver()) {
            throw new AlreadyAnswered(panel.caseId());
        }
        grants.share(suitable.agreed(panel.caseId(), panel.network()), lead, Grants.As.LEAD);
        panels.lead(panel.id(), lead);
        audit.record(Entry.done(by, "lead-appointed", panel.caseId())
                .on("panel:" + panel.id())
                .changed(panel.lead(), lead));
    }
}
