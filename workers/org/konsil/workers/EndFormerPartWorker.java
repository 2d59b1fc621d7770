package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.referral.Resumptions;
import org.springframework.stereotype.Component;

/** Ends the part of those who had the case before it was moved, re-opened or its advice superseded. */
@Component
public class EndFormerPartWorker {

    private final Resumptions resumptions;

    EndFormerPartWorker(Resumptions resumptions) {
        this.resumptions = resumptions;
    }

    @JobWorker(type = "end-former-part")
    public Resumptions.Resumed end(
            @Variable String caseId,
            @Variable String cause,
            @Nullable @Variable(optional = true) String toProvider,
            @JobKey long job) {
        return resumptions.endFormerPart(CaseId.of(caseId), JobId.of(job), cause, toProvider);
    }
}
