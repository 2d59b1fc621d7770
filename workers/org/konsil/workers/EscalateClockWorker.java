package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.Assessments;
import org.springframework.stereotype.Component;

/** Says that the assessment is late. */
@Component
public class EscalateClockWorker {

    private final Assessments assessments;

    EscalateClockWorker(Assessments assessments) {
        this.assessments = assessments;
    }

    @JobWorker(type = "escalate-clock")
    public void escalate(@Variable String caseId, @JobKey long job) {
        assessments.escalate(CaseId.of(caseId), JobId.of(job));
    }
}
