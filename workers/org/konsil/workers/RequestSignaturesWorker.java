package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.advice.Outcomes;
import org.springframework.stereotype.Component;

/** Asks the panel to sign. */
@Component
public class RequestSignaturesWorker {

    private final Outcomes outcomes;

    RequestSignaturesWorker(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @JobWorker(type = "request-signatures")
    public Outcomes.Signers request(@Variable String caseId, @JobKey long job) {
        return outcomes.requestSignatures(CaseId.of(caseId), JobId.of(job));
    }
}
