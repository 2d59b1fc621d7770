package org.konsil.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.konsil.advice.Outcomes;
import org.konsil.advice.Position;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Makes the signed document. */
@Component
public class CloseSigningWorker {

    private final Outcomes outcomes;

    CloseSigningWorker(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @JobWorker(type = "close-signing")
    public void close(@Variable String caseId, ActivatedJob job) {
        outcomes.closeSigning(
                CaseId.of(caseId),
                JobId.of(job.getKey()),
                new Position(job.getBpmnProcessId(), job.getProcessDefinitionVersion(), job.getElementId()));
    }
}
