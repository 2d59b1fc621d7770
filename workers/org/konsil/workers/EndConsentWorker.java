package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.desk.events.LapsedConsents;
import org.konsil.desk.events.LapsedConsents.Lapsed;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Ends what a consent allowed that was not renewed. */
@Component
public class EndConsentWorker {

    private final LapsedConsents consents;

    EndConsentWorker(LapsedConsents consents) {
        this.consents = consents;
    }

    @JobWorker(type = "end-consent")
    public Lapsed end(@Variable String caseId, @JobKey long job) {
        return consents.end(CaseId.of(caseId), JobId.of(job));
    }
}
