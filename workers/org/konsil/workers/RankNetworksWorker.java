package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.routing.Ranked;
import org.konsil.routing.Routings;
import org.springframework.stereotype.Component;

/** Ranks the networks for a case. */
@Component
public class RankNetworksWorker {

    private final Routings routings;

    RankNetworksWorker(Routings routings) {
        this.routings = routings;
    }

    @JobWorker(type = "rank-networks")
    public Ranked rank(@Variable String caseId, @JobKey long job) {
        return routings.rank(CaseId.of(caseId), JobId.of(job));
    }
}
