package org.konsil.workers;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.panel.Invitations;
import org.springframework.stereotype.Component;

/** Lets an expert go who declined, passed on or did not answer; the header {@code colleague} may say {@code not-asked}. */
@Component
public class ReleaseExpertWorker {

    private final Invitations invitations;

    ReleaseExpertWorker(Invitations invitations) {
        this.invitations = invitations;
    }

    @JobWorker(type = "release-expert")
    public void release(
            @Variable String caseId,
            @Variable String subjectId,
            @CustomHeaders Map<String, String> headers,
            @JobKey long job) {
        var askColleague = !"not-asked".equals(headers.get("colleague"));
        invitations.release(CaseId.of(caseId), UUID.fromString(subjectId), askColleague, JobId.of(job));
    }
}
