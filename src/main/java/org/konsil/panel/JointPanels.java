package org.konsil.panel;

import java.time.Clock;
import java.util.UUID;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process {@code contribution} asks: the experts whom a helping network proposed are invited, or the network is let go. */
@Service
public class JointPanels {

    private final PanelRows panels;
    private final ContributionRows rows;
    private final Contributions contributions;
    private final InvitationRows invitations;
    private final Invitations inviting;
    private final Quorum quorum;
    private final PanelFacts facts;
    private final Directory directory;
    private final JobLedger jobs;
    private final Clock clock;

    JointPanels(
            PanelRows panels,
            ContributionRows rows,
            Contributions contributions,
            InvitationRows invitations,
            Invitations inviting,
            Quorum quorum,
            PanelFacts facts,
            Directory directory,
            JobLedger jobs,
            Clock clock) {
        this.panels = panels;
        this.rows = rows;
        this.contributions = contributions;
        this.invitations = invitations;
        this.inviting = inviting;
        this.quorum = quorum;
        this.facts = facts;
        this.directory = directory;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Sends the invitations that the network proposed. @throws org.konsil.consent.NotAgreed if the consent does not cover them now */
    @Transactional
    public void inviteProposed(CaseId caseId, UUID contribution, JobId job) {
        jobs.once(caseId, job, Boolean.class, () -> {
            var panel = panels.lock(rows.get(contribution).panelId());
            if (!panel.isOver()) {
                inviting.sendWaiting(panel);
            }
            return true;
        });
    }

    /** Lets the network go; those whom it proposed and who were not asked yet are not asked. The panel is as large as if it had not been wanted. */
    @Transactional
    public void release(CaseId caseId, UUID contribution, JobId job) {
        jobs.once(caseId, job, Boolean.class, () -> {
            var panel = panels.lock(rows.get(contribution).panelId());
            var own = rows.get(contribution);
            if (own.isOn()) {
                contributions.end(own, Contribution.State.RELEASED, Actor.SYSTEM);
            }
            invitations.of(panel).stream()
                    .filter(it -> it.isOpen() && it.sentAt() == null && isOf(own, it))
                    .forEach(it -> invitations.keep(it.ended(Invitation.State.WITHDRAWN, clock.instant())));
            if (panel.isInviting()) {
                panels.quorum(panel.id(), Math.min(panel.quorum(), facts.quorum(caseId)));
                quorum.settle(panels.lock(panel.id()));
            }
            return true;
        });
    }

    private boolean isOf(Contribution own, Invitation invitation) {
        return directory
                .expert(invitation.expert())
                .filter(expert -> own.network().equals(expert.network()))
                .isPresent();
    }
}
