package org.konsil.engine;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;

/** What nearly every test asks of an engine first. */
public final class Begin {

    private Begin() {}

    /** Lets the engine have a process. */
    public static void deploy(CamundaClient client, BpmnModelInstance process) {
        client.newDeployResourceCommand()
                .addProcessModel(process, "process.bpmn")
                .send()
                .join();
    }

    /** Starts an instance of the latest version. @return its key */
    public static long instance(CamundaClient client, String process, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }
}
