package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.routing.Requests;
import org.springframework.stereotype.Component;

/** Sends the case to the network chosen. */
@Component
public class SendRequestWorker {

    private final Requests requests;

    SendRequestWorker(Requests requests) {
        this.requests = requests;
    }

    @JobWorker(type = "send-request")
    public void send(@Variable String caseId, @JobKey long job) {
        requests.send(CaseId.of(caseId), JobId.of(job));
    }
}
