package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.Invitations;
import org.springframework.stereotype.Component;

/** Counts an expert who accepted. */
@Component
public class AdmitExpertWorker {

    private final Invitations invitations;

    AdmitExpertWorker(Invitations invitations) {
        this.invitations = invitations;
    }

    @JobWorker(type = "admit-expert")
    public void admit(@Variable String caseId, @Variable String subjectId, @JobKey long job) {
        invitations.admit(CaseId.of(caseId), UUID.fromString(subjectId), JobId.of(job));
    }
}
