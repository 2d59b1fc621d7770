package org.konsil.workers;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.konsil.consent.Reminders;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.springframework.stereotype.Component;

/** Reminds of a task that waits. */
@Component
public class RemindWorker {

    private final Reminders reminders;

    RemindWorker(Reminders reminders) {
        this.reminders = reminders;
    }

    @JobWorker(type = "remind")
    public void remind(@Variable String caseId, @CustomHeaders Map<String, String> headers, @JobKey long job) {
        reminders.remind(CaseId.of(caseId), JobId.of(job), headers.getOrDefault("reminder", "task"));
    }
}
