package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.Invitations;
import org.springframework.stereotype.Component;

/** Sends the panel's invitations. */
@Component
public class InviteExpertsWorker {

    private final Invitations invitations;

    InviteExpertsWorker(Invitations invitations) {
        this.invitations = invitations;
    }

    @JobWorker(type = "invite-experts")
    public Invitations.Invited invite(@Variable String caseId, @JobKey long job) {
        return invitations.invite(CaseId.of(caseId), JobId.of(job));
    }
}
