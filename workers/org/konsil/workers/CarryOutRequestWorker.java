package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.rights.PatientRights;
import org.springframework.stereotype.Component;

/** Does what was granted to the patient. */
@Component
public class CarryOutRequestWorker {

    private final PatientRights rights;

    CarryOutRequestWorker(PatientRights rights) {
        this.rights = rights;
    }

    @JobWorker(type = "carry-out-request")
    public void carryOut(@Variable String caseId, @Variable String subjectId, @JobKey long job) {
        rights.carryOut(CaseId.of(caseId), JobId.of(job), subjectId);
    }
}
