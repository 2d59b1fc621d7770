package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.Assessments;
import org.springframework.stereotype.Component;

/** Starts the clock of the assessment. */
@Component
public class OpenAssessmentWorker {

    private final Assessments assessments;

    OpenAssessmentWorker(Assessments assessments) {
        this.assessments = assessments;
    }

    @JobWorker(type = "open-assessment")
    public Assessments.Opened open(@Variable String caseId, @JobKey long job) {
        return assessments.open(CaseId.of(caseId), JobId.of(job));
    }
}
