package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.referral.Referrals;
import org.springframework.stereotype.Component;

/** Closes the case for the reason that the rule gave. */
@Component
public class CloseCaseWorker {

    private final Referrals referrals;

    CloseCaseWorker(Referrals referrals) {
        this.referrals = referrals;
    }

    @JobWorker(type = "close-case")
    public void close(@Variable String caseId, @Variable String closingReason, @JobKey long job) {
        referrals.close(CaseId.of(caseId), JobId.of(job), closingReason);
    }
}
