package org.konsil.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.konsil.process.HumanTasks;
import org.springframework.stereotype.Component;

/** Hears of every user task that is created, assigned, changed or cancelled. */
@Component
public class WorkItemWorker {

    private final HumanTasks tasks;

    WorkItemWorker(HumanTasks tasks) {
        this.tasks = tasks;
    }

    @JobWorker(
            type = "work-item",
            fetchVariables = {"caseId", "subjectId", "network"})
    public void heard(ActivatedJob job) {
        tasks.heard(job);
    }
}
