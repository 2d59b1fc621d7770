package org.konsil.panel;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final InvitationRows invitations;
    private final LeadDeclarations declarations;
    private final DeclaredConflicts conflicts;
    private final FoundConflicts found;
    private final Places places;
    private final Panels members;
    private final Clock clock;

    Leads(
            PanelRows panels,
            Suitable suitable,
            CaseFiles cases,
            Grants grants,
            Outbox outbox,
            JobLedger jobs,
            Audit audit,
            InvitationRows invitations,
            LeadDeclarations declarations,
            DeclaredConflicts conflicts,
            FoundConflicts found,
            Places places,
            Panels members,
            Clock clock) {
        this.panels = panels;
        this.suitable = suitable;
        this.cases = cases;
        this.grants = grants;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.invitations = invitations;
        this.declarations = declarations;
        this.conflicts = conflicts;
        this.found = found;
        this.places = places;
        this.members = members;
        this.clock = clock;
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

    /** What the lead of the newest panel disclosed, the kinds separated by blanks; printed in the outcome. */
    @Transactional(readOnly = true)
    public String disclosed(CaseId caseId) {
        return panels.of(caseId).flatMap(declarations::of).orElse("");
    }

    /** Who may not lead this panel: by a conflict that a lead declared or that was found, or having declined to take part. */
    Set<String> excluded(Panel panel) {
        var byDeclaration = declarations.all(panel).entrySet().stream()
                .filter(one -> conflicts.exclude(one.getValue().kinds()))
                .map(Map.Entry::getKey);
        var byInvitation = invitations.of(panel).stream()
                .filter(it -> it.state() == Invitation.State.DECLINED)
                .map(Invitation::expert);
        return Stream.of(byDeclaration, byInvitation, found.of(panel.caseId()).stream())
                .flatMap(it -> it)
                .collect(Collectors.toSet());
    }

    boolean hasDeclared(Panel panel) {
        return declarations.of(panel).isPresent();
    }

    /** Takes down what the lead declares, once. Whoever may not lead by it drops out at once, as an expert too. @return whether the lead stays */
    boolean declare(Panel before, List<String> declared, Actor by) {
        var panel = panels.lock(before.id());
        if (!panel.lead().equals(by.userId()) || hasDeclared(panel)) {
            return true;
        }
        declarations.keep(panel, String.join(" ", declared), clock.instant());
        audit.record(Entry.done(by, "conflict-declared", panel.caseId())
                .on("panel:" + panel.id())
                .with("conflicts", declared.size()));
        var stays = !conflicts.exclude(declared);
        if (!stays) {
            members.exclude(panel, by.userId(), by);
            dropOut(panel, by);
        }
        return stays;
    }

    /** An opinion that the lead gave as an expert stays, and is theirs to sign for. @throws NotInvited if the lead has gone already, or the panel is over */
    void dropOut(Panel panel, Actor by) {
        if (!panel.canLoseLead()) {
            throw new NotInvited(panel.caseId());
        }
        var about = cases.summary(panel.caseId());
        panels.leadGone(panel.id());
        places.leaveLead(panel);
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
