package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.consent.ConsentTerms;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Lets a case wait whose consent has run out. */
@Component
public class HoldForConsentWorker {

    private final ConsentTerms terms;

    HoldForConsentWorker(ConsentTerms terms) {
        this.terms = terms;
    }

    @JobWorker(type = "hold-for-consent")
    public void hold(@Variable String caseId, @JobKey long job) {
        terms.hold(CaseId.of(caseId), JobId.of(job));
    }
}
