package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.routing.Routings;
import org.konsil.routing.Sponsored;
import org.springframework.stereotype.Component;

/** Finds who asks the network for the patient's country. */
@Component
public class FindSponsorWorker {

    private final Routings routings;

    FindSponsorWorker(Routings routings) {
        this.routings = routings;
    }

    @JobWorker(type = "find-sponsor")
    public Sponsored find(@Variable String caseId, @JobKey long job) {
        return routings.findSponsor(CaseId.of(caseId), JobId.of(job));
    }
}
