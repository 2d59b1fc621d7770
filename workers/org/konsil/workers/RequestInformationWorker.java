package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.Assessments;
import org.springframework.stereotype.Component;

/** Asks the home clinician and stops the clock. */
@Component
public class RequestInformationWorker {

    private final Assessments assessments;

    RequestInformationWorker(Assessments assessments) {
        this.assessments = assessments;
    }

    @JobWorker(type = "request-information")
    public Assessments.Requested request(@Variable String caseId, @JobKey long job) {
        return assessments.request(CaseId.of(caseId), JobId.of(job));
    }
}
