package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.followup.AdverseEvents;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Tells the network of adverse events. */
@Component
public class ShareAdverseEventsWorker {

    private final AdverseEvents events;

    ShareAdverseEventsWorker(AdverseEvents events) {
        this.events = events;
    }

    @JobWorker(type = "share-adverse-events")
    public void share(@Variable String caseId, @JobKey long job) {
        events.share(CaseId.of(caseId), JobId.of(job));
    }
}
