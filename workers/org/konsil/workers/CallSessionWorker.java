package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.PanelSessions;
import org.springframework.stereotype.Component;

/** Starts the process of a session that the lead called. */
@Component
public class CallSessionWorker {

    private final PanelSessions sessions;

    CallSessionWorker(PanelSessions sessions) {
        this.sessions = sessions;
    }

    @JobWorker(type = "call-session")
    public void call(@Variable String caseId, @JobKey long job) {
        sessions.call(CaseId.of(caseId), JobId.of(job));
    }
}
