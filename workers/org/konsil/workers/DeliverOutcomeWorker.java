package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.delivery.Deliveries;
import org.konsil.delivery.Deliveries.Delivered;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Sends the signed outcome home. */
@Component
public class DeliverOutcomeWorker {

    private final Deliveries deliveries;

    DeliverOutcomeWorker(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @JobWorker(type = "deliver-outcome")
    public Delivered deliver(@Variable String caseId, @JobKey long job) {
        return deliveries.deliver(CaseId.of(caseId), JobId.of(job));
    }
}
