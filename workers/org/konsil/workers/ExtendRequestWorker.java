package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.rights.PatientRights;
import org.springframework.stereotype.Component;

/** Gives two more months to answer a request of the patient. */
@Component
public class ExtendRequestWorker {

    private final PatientRights rights;

    ExtendRequestWorker(PatientRights rights) {
        this.rights = rights;
    }

    @JobWorker(type = "extend-request")
    public PatientRights.Extended extend(@Variable String caseId, @Variable String subjectId, @JobKey long job) {
        return rights.extend(CaseId.of(caseId), JobId.of(job), subjectId);
    }
}
