package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.advice.Outcomes;
import org.springframework.stereotype.Component;

/** Makes the signed document. */
@Component
public class CloseSigningWorker {

    private final Outcomes outcomes;

    CloseSigningWorker(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @JobWorker(type = "close-signing")
    public void close(@Variable String caseId, @JobKey long job) {
        outcomes.closeSigning(CaseId.of(caseId), JobId.of(job));
    }
}
