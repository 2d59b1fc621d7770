package org.konsil.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Urgency;
import org.konsil.worklist.Replanning;
import org.springframework.stereotype.Component;

/** Plans open work anew after the urgency has changed. */
@Component
public class ReplanWorkWorker {

    private final Replanning work;

    ReplanWorkWorker(Replanning work) {
        this.work = work;
    }

    @JobWorker(type = "replan-work")
    public void replan(@Variable String caseId, @Variable String newUrgency) {
        work.urgencyIs(CaseId.of(caseId), Urgency.of(newUrgency));
    }
}
