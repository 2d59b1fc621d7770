package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.JointPanels;
import org.springframework.stereotype.Component;

/** Sends the invitations that a contributing network proposed. */
@Component
public class InviteProposedWorker {

    private final JointPanels panels;

    InviteProposedWorker(JointPanels panels) {
        this.panels = panels;
    }

    @JobWorker(type = "invite-proposed")
    public void invite(@Variable String caseId, @Variable String subjectId, @JobKey long job) {
        panels.inviteProposed(CaseId.of(caseId), UUID.fromString(subjectId), JobId.of(job));
    }
}
