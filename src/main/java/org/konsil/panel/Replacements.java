package org.konsil.panel;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.konsil.process.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Experts who drop out, before or after they accepted: their access ends at once, their invitation's process invites the next. */
@Service
public class Replacements {

    private final PanelRows panels;
    private final InvitationRows rows;
    private final Invitations inviting;
    private final Leads leads;
    private final Places places;
    private final Outbox outbox;
    private final JobLedger jobs;
    private final Audit audit;
    private final Clock clock;

    Replacements(
            PanelRows panels,
            InvitationRows rows,
            Invitations inviting,
            Leads leads,
            Places places,
            Outbox outbox,
            JobLedger jobs,
            Audit audit,
            Clock clock) {
        this.panels = panels;
        this.rows = rows;
        this.inviting = inviting;
        this.leads = leads;
        this.places = places;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lets an expert go who cannot take part any more, or the lead, in whose place another is appointed. @throws NotInvited unless they are invited, or at work without an opinion yet */
    @Transactional
    public void dropOut(CaseId caseId, String expert, Actor by) {
        var panel = panels.lock(
                panels.of(caseId).orElseThrow(() -> new NoPanel(caseId)).id());
        var asked = rows.of(panel).stream()
                .filter(it -> it.expert().equals(expert) && it.canDropOut())
                .findFirst();
        if (expert.equals(panel.lead())) {
            leads.dropOut(panel, by);
        } else if (asked.isEmpty()) {
            throw new NotInvited(caseId);
        }
        asked.ifPresent(it -> {
            letGo(it, by);
            outbox.publish(caseId, "expert-unavailable", it.id().toString(), Map.of());
        });
    }

    /** Invites the next suitable expert in the place of one who dropped out; the coordinator hears where too few are left. */
    @Transactional
    public void replace(CaseId caseId, UUID invitation, JobId job) {
        jobs.once(caseId, job, Boolean.class, () -> {
            var panel = panels.lock(rows.get(invitation).panelId());
            var gone = rows.lock(invitation);
            if (gone.canDropOut()) {
                letGo(gone, Actor.SYSTEM);
            }
            if (panel.state() != Panel.State.CLOSED) {
                inviting.replace(panel);
            }
            return true;
        });
    }

    private void letGo(Invitation invitation, Actor by) {
        rows.keep(invitation.ended(Invitation.State.UNAVAILABLE, clock.instant()));
        places.leave(invitation);
        audit.record(Entry.done(by, "expert-unavailable", invitation.caseId()).on("invitation:" + invitation.id()));
    }
}
