package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.Assessments;
import org.springframework.stereotype.Component;

/** Lets the clock of the assessment go on, and says who leads by now. */
@Component
public class ResumeAssessmentWorker {

    private final Assessments assessments;

    ResumeAssessmentWorker(Assessments assessments) {
        this.assessments = assessments;
    }

    @JobWorker(type = "resume-assessment")
    public Assessments.Resumed resume(@Variable String caseId, @JobKey long job) {
        return assessments.resume(CaseId.of(caseId), JobId.of(job));
    }
}
