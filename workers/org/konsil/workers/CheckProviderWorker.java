package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.referral.Referrals;
import org.konsil.referral.Referrals.ProviderChecked;
import org.springframework.stereotype.Component;

/** Asks whether the home provider may use the service. */
@Component
public class CheckProviderWorker {

    private final Referrals referrals;

    CheckProviderWorker(Referrals referrals) {
        this.referrals = referrals;
    }

    @JobWorker(type = "check-provider")
    public ProviderChecked check(@Variable String caseId, @JobKey long job) {
        return referrals.checkProvider(CaseId.of(caseId), JobId.of(job));
    }
}
