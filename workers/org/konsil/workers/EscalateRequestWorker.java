package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.rights.PatientRights;
import org.springframework.stereotype.Component;

/** Notes that a request of the patient was not answered in time. */
@Component
public class EscalateRequestWorker {

    private final PatientRights rights;

    EscalateRequestWorker(PatientRights rights) {
        this.rights = rights;
    }

    @JobWorker(type = "escalate-request")
    public void late(@Variable String caseId, @Variable String subjectId, @JobKey long job) {
        rights.late(CaseId.of(caseId), JobId.of(job), subjectId);
    }
}
