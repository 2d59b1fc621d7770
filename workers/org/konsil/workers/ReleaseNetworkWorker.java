package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.JointPanels;
import org.springframework.stereotype.Component;

/** Lets a contributing network go. */
@Component
public class ReleaseNetworkWorker {

    private final JointPanels panels;

    ReleaseNetworkWorker(JointPanels panels) {
        this.panels = panels;
    }

    @JobWorker(type = "release-network")
    public void release(@Variable String caseId, @Variable String subjectId, @JobKey long job) {
        panels.release(CaseId.of(caseId), UUID.fromString(subjectId), JobId.of(job));
    }
}
