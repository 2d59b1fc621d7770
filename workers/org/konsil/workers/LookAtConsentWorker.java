package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.jspecify.annotations.Nullable;
import org.konsil.consent.ConsentTerms;
import org.konsil.consent.ConsentTerms.Ends;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Says until when the consent holds whose renewal is asked for. */
@Component
public class LookAtConsentWorker {

    private final ConsentTerms terms;

    LookAtConsentWorker(ConsentTerms terms) {
        this.terms = terms;
    }

    @JobWorker(type = "look-at-consent")
    public Ends look(
            @Variable String caseId, @Nullable @Variable(optional = true) String consentDecision, @JobKey long job) {
        return terms.look(CaseId.of(caseId), consentDecision != null, JobId.of(job));
    }
}
