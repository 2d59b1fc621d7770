package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.referral.Onboardings;
import org.konsil.referral.Onboardings.Joined;
import org.springframework.stereotype.Component;

/** Lets the cases of a provider wait for one answer of its data protection officer. */
@Component
public class JoinOnboardingWorker {

    private final Onboardings onboardings;

    JoinOnboardingWorker(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    @JobWorker(type = "join-onboarding")
    public Joined join(@Variable String caseId, @JobKey long job) {
        return onboardings.join(CaseId.of(caseId), JobId.of(job));
    }
}
