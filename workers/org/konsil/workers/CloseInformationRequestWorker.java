package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.Assessments;
import org.springframework.stereotype.Component;

/** Tells the assessment that the home clinician has answered. */
@Component
public class CloseInformationRequestWorker {

    private final Assessments assessments;

    CloseInformationRequestWorker(Assessments assessments) {
        this.assessments = assessments;
    }

    @JobWorker(type = "close-information-request")
    public void close(@Variable String caseId, @Variable String subjectId, @JobKey long job) {
        assessments.close(CaseId.of(caseId), UUID.fromString(subjectId), JobId.of(job));
    }
}
