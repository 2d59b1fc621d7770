package org.konsil.workers;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.worklist.Tellings;
import org.springframework.stereotype.Component;

/** Reminds whoever has the work, or tells others that it is late. */
@Component
public class TellWorker {

    private final Tellings tellings;

    TellWorker(Tellings tellings) {
        this.tellings = tellings;
    }

    @JobWorker(type = "tell")
    public void tell(
            @Variable String caseId,
            @Variable String markId,
            @CustomHeaders Map<String, String> headers,
            @JobKey long job) {
        tellings.tell(CaseId.of(caseId), JobId.of(job), markId, headers.getOrDefault("who", "owner"));
    }
}
