package org.konsil.workers;

import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.Replacements;
import org.springframework.stereotype.Component;

/** Invites somebody in the place of an expert who drops out, and looks at the quorum again. */
@Component
public class ReplaceExpertWorker {

    private final Replacements replacements;

    ReplaceExpertWorker(Replacements replacements) {
        this.replacements = replacements;
    }

    @JobWorker(type = "replace-expert")
    public void replace(@Variable String caseId, @Variable String subjectId, @JobKey long job) {
        replacements.replace(CaseId.of(caseId), UUID.fromString(subjectId), JobId.of(job));
    }
}
