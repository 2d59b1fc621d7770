package org.konsil.workers;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.referral.Referrals;
import org.springframework.stereotype.Component;

/** Ends the care under the consent: the panel is sent home, access ends, the case is closed for the reason in the header. */
@Component
public class EndCareWorker {

    private final Referrals referrals;

    EndCareWorker(Referrals referrals) {
        this.referrals = referrals;
    }

    @JobWorker(
            type = "end-care",
            fetchVariables = {"caseId", "otherCase"})
    public Referrals.Ended end(
            @Variable String caseId,
            @Nullable @Variable(optional = true) String otherCase,
            @CustomHeaders Map<String, String> headers,
            @JobKey long job) {
        return referrals.endCare(
                CaseId.of(caseId), JobId.of(job), headers.getOrDefault("reason", "WITHDRAWN"), otherCase);
    }
}
