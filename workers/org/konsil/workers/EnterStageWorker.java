package org.konsil.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.referral.Referrals;
import org.springframework.stereotype.Component;

/** The execution listener on each stage of the referral: the case stands where the process stands. */
@Component
public class EnterStageWorker {

    private final Referrals referrals;

    EnterStageWorker(Referrals referrals) {
        this.referrals = referrals;
    }

    @JobWorker(type = "enter-stage", fetchVariables = "caseId")
    public void enter(@Variable String caseId, ActivatedJob job) {
        referrals.enter(CaseId.of(caseId), JobId.of(job.getKey()), job.getElementId());
    }
}
