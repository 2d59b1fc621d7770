package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.abroad.AbroadConsents;
import org.konsil.abroad.AbroadConsents.Checked;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Looks whether the patient agrees to treatment abroad, before anything goes there. */
@Component
public class CheckAbroadConsentWorker {

    private final AbroadConsents consents;

    CheckAbroadConsentWorker(AbroadConsents consents) {
        this.consents = consents;
    }

    @JobWorker(type = "check-abroad-consent")
    public Checked check(@Variable String caseId, @JobKey long job) {
        return consents.check(CaseId.of(caseId), JobId.of(job));
    }
}
