package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.followup.FollowUps;
import org.konsil.followup.FollowUps.Plan;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Plans the dates at which the home clinician reports. */
@Component
public class PlanFollowUpWorker {

    private final FollowUps followUps;

    PlanFollowUpWorker(FollowUps followUps) {
        this.followUps = followUps;
    }

    @JobWorker(type = "plan-follow-up")
    public Plan plan(@Variable String caseId, @JobKey long job) {
        return followUps.plan(CaseId.of(caseId), JobId.of(job));
    }
}
