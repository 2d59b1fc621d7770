package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.Leads;
import org.springframework.stereotype.Component;

/** Tells the open work of a panel who leads it now. */
@Component
public class HandOverLeadWorker {

    private final Leads leads;

    HandOverLeadWorker(Leads leads) {
        this.leads = leads;
    }

    @JobWorker(type = "hand-over-lead")
    public void handOver(@Variable String caseId, @Variable String subjectId, @JobKey long job) {
        leads.handOver(CaseId.of(caseId), UUID.fromString(subjectId), JobId.of(job));
    }
}
