package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.JobState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether anything is under way between the program and the engine. Moving the clock while it is would hand jobs out twice. */
@Component
public class Quiet {

    private final OutboxRows rows;
    private final ObjectProvider<CamundaClient> clients;

    Quiet(OutboxRows rows, ObjectProvider<CamundaClient> clients) {
        this.rows = rows;
        this.clients = clients;
    }

    /** No row waits in the outbox and no job of the engine is to be done. An engine that does not answer is not quiet. */
    public boolean isNow() {
        var client = clients.getIfAvailable();
        return rows.waiting() == 0 && client != null && hasNoJobs(client);
    }

    private static boolean hasNoJobs(CamundaClient client) {
        try {
            return client.newJobSearchRequest()
                    .filter(filter -> filter.state(
                            state -> state.in(JobState.CREATED, JobState.TIMED_OUT, JobState.RETRIES_UPDATED)))
                    .page(page -> page.limit(1))
                    .send()
                    .join()
                    .items()
                    .isEmpty();
        } catch (ClientException e) {
            return false;
        }
    }
}
