package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.advice.Outcomes;
import org.springframework.stereotype.Component;

/** Ends the assessment and calls the lead to draft. */
@Component
public class OpenOutcomeWorker {

    private final Outcomes outcomes;

    OpenOutcomeWorker(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @JobWorker(type = "open-outcome")
    public Outcomes.Opened open(@Variable String caseId, @JobKey long job) {
        return outcomes.open(CaseId.of(caseId), JobId.of(job));
    }
}
