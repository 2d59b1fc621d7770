package org.konsil.panel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.clocks.Clocks;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.konsil.process.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The panels as others see them, and what may end them or a part of them at any time. */
@Service
public class Panels {

    private final PanelRows panels;
    private final InvitationRows invitations;
    private final Invitations inviting;
    private final FoundConflicts conflicts;
    private final Contributions contributions;
    private final PanelSessions sessions;
    private final OpenRequests requests;
    private final Grants grants;
    private final Outbox outbox;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clocks clocks;
    private final java.time.Clock clock;

    Panels(
            PanelRows panels,
            InvitationRows invitations,
            Invitations inviting,
            FoundConflicts conflicts,
            Contributions contributions,
            PanelSessions sessions,
            OpenRequests requests,
            Grants grants,
            Outbox outbox,
            Audit audit,
            ApplicationEventPublisher events,
            Clocks clocks,
            java.time.Clock clock) {
        this.panels = panels;
        this.invitations = invitations;
        this.inviting = inviting;
        this.conflicts = conflicts;
        this.contributions = contributions;
        this.sessions = sessions;
        this.requests = requests;
        this.grants = grants;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** The newest panel of the case; empty if none was convened yet. */
    @Transactional(readOnly = true)
    public Optional<Panel> of(CaseId caseId) {
        return panels.of(caseId);
    }

    /** Who was asked to the newest panel, in the order of asking. */
    @Transactional(readOnly = true)
    public List<Invitation> invitations(CaseId caseId) {
        return panels.of(caseId).map(invitations::of).orElse(List.of());
    }

    /** The networks that help the newest panel, or were to. */
    @Transactional(readOnly = true)
    public List<Contribution> contributions(CaseId caseId) {
        return panels.of(caseId).map(contributions::of).orElse(List.of());
    }

    /** Those whose opinion counts, with the lead first: they sign the outcome. */
    @Transactional(readOnly = true)
    public List<String> signers(CaseId caseId) {
        var panel = panels.of(caseId).orElseThrow(() -> new NoPanel(caseId));
        var experts =
                invitations.of(panel).stream().filter(Invitation::hasOpinion).map(Invitation::expert);
        return Stream.concat(Stream.of(panel.lead()), experts).distinct().toList();
    }

    /** The panels of a network that are at work, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<PanelAtWork> atWork(NetworkId network) {
        return panels.atWork(network).entrySet().stream()
                .map(one -> atWork(one.getKey(), one.getValue()))
                .toList();
    }

    private PanelAtWork atWork(Panel panel, Instant since) {
        var given =
                invitations.of(panel).stream().filter(Invitation::hasOpinion).count();
        return new PanelAtWork(panel.caseId(), since, (int) given, panel.quorum(), !panel.leadGone());
    }

    /** In whom a conflict of interest can be found now: the lead first, then the experts who take part. */
    @Transactional(readOnly = true)
    public List<String> members(CaseId caseId) {
        var found = conflicts.of(caseId);
        return panels.of(caseId).stream()
                .flatMap(panel -> Stream.concat(
                        Stream.of(panel.lead()),
                        invitations.of(panel).stream()
                                .filter(Invitation::takesPart)
                                .map(Invitation::expert)))
                .filter(member -> !found.contains(member))
                .distinct()
                .toList();
    }

    /** Whether a conflict of interest was found in this member of a panel of the case, late. */
    @Transactional(readOnly = true)
    public boolean hasConflict(CaseId caseId, String member) {
        return conflicts.of(caseId).contains(member);
    }

    /**
     * Excludes an expert's opinion, asks the next suitable expert where the quorum is lost; a lead's part is put down, so that the same
     * person neither leads nor advises in the case again. Saying it twice changes nothing.
     */
    @Transactional
    public void conflictFound(CaseId caseId, String expert, Actor by) {
        var panel = panels.lock(
                panels.of(caseId).orElseThrow(() -> new NoPanel(caseId)).id());
        if (panel.lead().equals(expert) && !conflicts.of(caseId).contains(expert)) {
            conflicts.inLead(panel, clock.instant());
            audit.record(Entry.done(by, "conflict-found", caseId).on("panel:" + panel.id()));
        }
        var found = invitations.of(panel).stream()
                .filter(it -> it.expert().equals(expert) && !it.excluded())
                .findFirst();
        if (found.isEmpty()) {
            return;
        }
        invitations.keep(found.get().excludedNow());
        withdraw(found.get());
        audit.record(Entry.done(by, "conflict-found", caseId)
                .on("invitation:" + found.get().id()));
        if (panel.state() != Panel.State.CLOSED) {
            inviting.replaceIfShort(panel);
        }
        events.publishEvent(new ExpertExcluded(caseId, expert));
    }

    /** Holds the panel until the transaction ends, where there is one: before the outcome, whoever needs both. */
    @Transactional
    public void hold(CaseId caseId) {
        panels.of(caseId).ifPresent(panel -> panels.lock(panel.id()));
    }

    /** Ends the panel: open invitations and questions to the home clinician are withdrawn, access ends, the discussion is read-only. Twice is once. */
    @Transactional
    public void end(CaseId caseId) {
        var found = panels.of(caseId);
        if (found.isEmpty() || found.get().state() == Panel.State.CLOSED) {
            return;
        }
        var panel = panels.lock(found.get().id());
        for (var invitation : invitations.of(panel)) {
            if (invitation.isOpen()) {
                invitations.keep(invitation.ended(Invitation.State.WITHDRAWN, clock.instant()));
            }
            if (invitation.isOpen() || invitation.takesPart() && !invitation.hasOpinion()) {
                withdraw(invitation);
            }
        }
        requests.withdrawOpen(panel);
        contributions.endAll(panel);
        sessions.cancelOpen(panel);
        if (panel.leadGone()) {
            outbox.publish(caseId, "panel-ended", panel.id().toString(), Map.of());
        }
        panels.stand(panel.id(), Panel.State.CLOSED);
        Optional.ofNullable(panel.clockId()).ifPresent(clocks::finish);
        grants.revokeAll(caseId, Grants.As.PANEL);
        audit.record(Entry.done(Actor.SYSTEM, "panel-ended", caseId).on("panel:" + panel.id()));
    }

    private void withdraw(Invitation invitation) {
        grants.revokeUser(invitation.caseId(), invitation.expert());
        if (invitation.sentAt() != null) {
            outbox.publish(
                    invitation.caseId(), "invitation-withdrawn", invitation.id().toString(), Map.of());
        }
    }
}
