package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Forms in a version that is not in our files: deployed by a process owner with a modeler, or older than our files. */
@Component
public class TaskForms {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ProcessFiles files;
    private final ObjectProvider<CamundaClient> clients;
    private final Map<Long, String> schemas = new ConcurrentHashMap<>();

    TaskForms(ProcessFiles files, ObjectProvider<CamundaClient> clients) {
        this.files = files;
        this.clients = clients;
    }

    /** The JSON of the task's form, unless it is that of our files or the engine does not answer. */
    public Optional<String> deployedOtherwise(long taskKey, @Nullable Long formKey) {
        var client = clients.getIfAvailable();
        if (formKey == null || client == null || files.isOurForm(formKey)) {
            return Optional.empty();
        }
        var known = schemas.get(formKey);
        return known != null ? Optional.of(known) : ask(client, taskKey, formKey);
    }

    private Optional<String> ask(CamundaClient client, long taskKey, long formKey) {
        try {
            var form =
                    client.newUserTaskGetFormRequest(taskKey).send().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (form == null || form.getSchema() == null) {
                return Optional.empty();
            }
            var schema = form.getSchema().toString();
            schemas.put(formKey, schema);
            return Optional.of(schema);
        } catch (ClientException e) {
            return Optional.empty();
        }
    }
}
