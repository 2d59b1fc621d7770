package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.referral.Resumptions;
import org.springframework.stereotype.Component;

/** Takes a closed case up again. */
@Component
public class BeginRoundWorker {

    private final Resumptions resumptions;

    BeginRoundWorker(Resumptions resumptions) {
        this.resumptions = resumptions;
    }

    @JobWorker(type = "begin-round")
    public Resumptions.Resumed begin(@Variable String caseId, @JobKey long job) {
        return resumptions.begin(CaseId.of(caseId), JobId.of(job));
    }
}
