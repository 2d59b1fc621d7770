package org.konsil.panel;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.clocks.Clocks;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.directory.Expert;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.konsil.process.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites, admits, releases and replaces experts, while it holds the panel's row. */
@Service
public class Invitations {

    private final PanelRows panels;
    private final InvitationRows rows;
    private final Suitable suitable;
    private final Contributions contributions;
    private final Quorum quorum;
    private final CaseFiles cases;
    private final Grants grants;
    private final Places places;
    private final Outbox outbox;
    private final JobLedger jobs;
    private final Audit audit;
    private final Clocks clocks;
    private final Clock clock;

    Invitations(
            PanelRows panels,
            InvitationRows rows,
            Suitable suitable,
            Contributions contributions,
            Quorum quorum,
            CaseFiles cases,
            Grants grants,
            Places places,
            Outbox outbox,
            JobLedger jobs,
            Audit audit,
            Clocks clocks,
            Clock clock) {
        this.panels = panels;
        this.rows = rows;
        this.suitable = suitable;
        this.contributions = contributions;
        this.quorum = quorum;
        this.cases = cases;
        this.grants = grants;
        this.places = places;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Whether the quorum was there before the invitations went out. */
    public record Invited(boolean quorumReached) {}

    /** Sends the invitations that wait and asks the networks that are to help; where nobody can answer any more, the coordinator hears at once. Each opens the case to its expert. @throws org.konsil.consent.NotAgreed if consent does not cover them now */
    @Transactional
    public Invited invite(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Invited.class, () -> {
            var panel = lock(caseId);
            if (panel.state() == Panel.State.SHORT) {
                panels.stand(panel.id(), Panel.State.INVITING);
            }
            send(panel);
            contributions.ask(panel);
            if (panel.isInviting()) {
                clocks.start(caseId, "await-answers");
                quorum.tellIfShort(panels.get(panel.id()));
            }
            return new Invited(panel.state() == Panel.State.READY);
        });
    }

    /** Counts an expert who accepted; the one who makes the quorum full opens the discussion. */
    @Transactional
    public void admit(CaseId caseId, UUID invitation, JobId job) {
        jobs.once(caseId, job, Boolean.class, () -> {
            var panel = panels.lock(rows.get(invitation).panelId());
            audit.record(entry("expert-admitted", caseId, invitation).with("accepted", quorum.part(panel)));
            quorum.openIfFull(panel);
            return true;
        });
    }

    /**
     * Ends the access of an expert who declined, passed on or did not answer; the coordinator hears if too few are left.
     *
     * @param askColleague whether the colleague is asked to whom the expert passed it on
     * @throws org.konsil.consent.NotAgreed if the consent does not cover that colleague now
     */
    @Transactional
    public void release(CaseId caseId, UUID invitation, boolean askColleague, JobId job) {
        jobs.once(caseId, job, Boolean.class, () -> {
            var panel = panels.lock(rows.get(invitation).panelId());
            var released = rows.lock(invitation);
            // whoever accepted in the moment in which their time was over has no task left to work on
            if (released.isOpen() || released.takesPart()) {
                released = released.ended(Invitation.State.EXPIRED, clock.instant());
                rows.keep(released);
            }
            places.leave(released);
            audit.record(entry("expert-released", caseId, invitation).with("state", released.state()));
            delegate(panel, askColleague ? released.delegatedTo() : null);
            quorum.tellIfShort(panel);
            return true;
        });
    }

    /** Sends what waits, and tells the coordinator if too few can be had. */
    void sendWaiting(Panel panel) {
        send(panel);
        quorum.settle(panel);
    }

    /** Notes who is to be asked; the invitations go out with the next {@link #invite}. */
    void ask(Panel panel, List<Expert> experts) {
        var asked = rows.of(panel).stream().map(Invitation::expert).toList();
        experts.stream()
                .filter(expert -> !asked.contains(expert.userId()))
                .forEach(expert -> rows.add(panel, expert.userId(), expert.discipline(), clock.instant()));
    }

    /** After the panel was convened nobody stands by to choose: the next suitable expert is asked at once, if the patient agrees. */
    void replaceIfShort(Panel panel) {
        if (panel.isInviting()) {
            quorum.tellIfShort(panel);
        } else if (quorum.left(panel) < panel.quorum()) {
            askNext(panel);
        }
    }

    private void askNext(Panel panel) {
        if (suitable.isCovered(panel.caseId(), panel.network())) {
            askOneMore(panel);
        } else {
            audit.record(Entry.refused(Actor.SYSTEM, "expert-invited", panel.caseId(), "not-agreed"));
        }
    }

    /** Asks the next suitable expert in any case; where there is none, the coordinator hears if too few are left. */
    void replace(Panel panel) {
        if (suitable.isCovered(panel.caseId(), panel.network())) {
            askOneMore(panel);
        }
        quorum.tellIfShort(panel);
    }

    private void askOneMore(Panel panel) {
        var covered = contributions.networks(panel).stream()
                .filter(network -> suitable.isCovered(panel.caseId(), network))
                .toList();
        var next = suitable.next(panel, covered, rows.of(panel));
        ask(panel, next.stream().limit(1).toList());
        send(panel);
    }

    private void delegate(Panel panel, @Nullable String colleague) {
        if (colleague != null) {
            ask(panel, suitable.named(panel.caseId(), List.of(colleague).stream()));
            send(panel);
        }
    }

    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    private void send(Panel panel) {
        var waiting = rows.of(panel).stream()
                .filter(it -> it.isOpen() && it.sentAt() == null)
                .toList();
        var agreed = waiting.stream()
                .collect(Collectors.toMap(
                        Invitation::expert, invitation -> suitable.agreed(panel, invitation.expert())));
        var summary = cases.summary(panel.caseId());
        for (var invitation : waiting) {
            grants.share(
                    Objects.requireNonNull(agreed.get(invitation.expert())), invitation.expert(), Grants.As.INVITED);
            rows.keep(invitation.sent(clock.instant()));
            outbox.publish(
                    panel.caseId(),
                    "expert-invited",
                    invitation.id().toString(),
                    Map.of(
                            "caseId", panel.caseId().toString(),
                            "subjectId", invitation.id().toString(),
                            "expert", invitation.expert(),
                            "network", panel.network().value(),
                            "provider", summary.provider(),
                            "country", summary.country().code(),
                            "urgency", summary.urgency().code()));
            audit.record(
                    entry("expert-invited", panel.caseId(), invitation.id()).with("expert", invitation.expert()));
        }
    }

    private Panel lock(CaseId caseId) {
        return panels.lock(
                panels.of(caseId).orElseThrow(() -> new NoPanel(caseId)).id());
    }

    private static Entry entry(String action, CaseId caseId, UUID invitation) {
        return Entry.done(Actor.SYSTEM, action, caseId).on("invitation:" + invitation);
    }
}
