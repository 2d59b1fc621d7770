package org.konsil.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Variable;
import io.grpc.Status.Code;
import java.util.List;
import java.util.Map;

/** Process instances, their elements, variables and incidents. */
final class InstanceCalls {

    private static final long NONE = 4711;

    static final ClientCall[] TABLE = {
        ClientCall.both(
                "newCreateInstanceCommand",
                w -> {
                    var created = w.client()
                            .newCreateInstanceCommand()
                            .bpmnProcessId("job")
                            .latestVersion()
                            .variables(Map.of("x", 1))
                            .tags("a-tag")
                            .send()
                            .join();
                    assertThat(created.getTags()).containsExactly("a-tag");
                    assertThat(created.getTenantId()).isEqualTo("<default>");
                    var quick = w.client()
                            .newCreateInstanceCommand()
                            .bpmnProcessId("decided")
                            .latestVersion()
                            .variables(Map.of("amount", 200))
                            .withResult()
                            .fetchVariables("risk")
                            .send()
                            .join();
                    assertThat(quick.getVariablesAsMap()).isEqualTo(Map.of("risk", "high"));
                    return created;
                },
                404,
                Code.NOT_FOUND,
                w -> w.client()
                        .newCreateInstanceCommand()
                        .bpmnProcessId("none")
                        .latestVersion()
                        .send()
                        .join()),
        ClientCall.both(
                "newCancelInstanceCommand",
                w -> w.client()
                        .newCancelInstanceCommand(w.start("job", Map.of()))
                        .send()
                        .join(),
                404,
                Code.NOT_FOUND,
                w -> w.client().newCancelInstanceCommand(NONE).send().join()),
        ClientCall.both(
                "newModifyProcessInstanceCommand",
                w -> w.client()
                        .newModifyProcessInstanceCommand(w.start("waiting", Map.of("id", World.any())))
                        .activateElement("m")
                        .withVariables(Map.of("y", 2), "m")
                        .send()
                        .join(),
                404,
                Code.NOT_FOUND,
                w -> w.client()
                        .newModifyProcessInstanceCommand(NONE)
                        .activateElement("m")
                        .send()
                        .join()),
        ClientCall.both(
                "newMigrateProcessInstanceCommand",
                w -> {
                    long instance = w.start("job", Map.of());
                    w.client()
                            .newMigrateProcessInstanceCommand(instance)
                            .migrationPlan(w.definition("other"))
                            .addMappingInstruction("work", "work")
                            .send()
                            .join();
                    return w.client().newCancelInstanceCommand(instance).send().join();
                },
                404,
                Code.NOT_FOUND,
                w -> w.client()
                        .newMigrateProcessInstanceCommand(NONE)
                        .migrationPlan(w.definition("other"))
                        .addMappingInstruction("work", "work")
                        .send()
                        .join()),
        ClientCall.both(
                "newSetVariablesCommand",
                w -> w.client()
                        .newSetVariablesCommand(w.start("job", Map.of()))
                        .variables(Map.of("y", List.of(1, 2)))
                        .local(true)
                        .send()
                        .join(),
                404,
                Code.NOT_FOUND,
                w -> w.client()
                        .newSetVariablesCommand(NONE)
                        .variables(Map.of("y", 2))
                        .send()
                        .join()),
        ClientCall.rest(
                "newProcessInstanceSearchRequest",
                w -> World.first(w.client()
                        .newProcessInstanceSearchRequest()
                        .filter(it -> it.processInstanceKey(w.seen("job")))),
                400,
                w -> w.client()
                        .newProcessInstanceSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newProcessInstanceGetRequest",
                w -> w.client()
                        .newProcessInstanceGetRequest(w.seen("job"))
                        .send()
                        .join(),
                404,
                w -> w.client().newProcessInstanceGetRequest(NONE).send().join()),
        ClientCall.rest(
                "newProcessInstanceSequenceFlowsRequest",
                w -> {
                    long instance = w.seen("job");
                    var flows = w.client()
                            .newProcessInstanceSequenceFlowsRequest(instance)
                            .send()
                            .join();
                    assertThat(flows)
                            .hasSize(1)
                            .allMatch(it -> it.getProcessInstanceKey().equals(String.valueOf(instance)));
                    return flows;
                },
                401,
                w -> w.stranger()
                        .newProcessInstanceSequenceFlowsRequest(NONE)
                        .send()
                        .join()),
        ClientCall.rest(
                "newProcessInstanceElementStatisticsRequest",
                w -> {
                    var counts = w.client()
                            .newProcessInstanceElementStatisticsRequest(w.seen("job"))
                            .send()
                            .join();
                    assertThat(counts).anyMatch(it -> it.getElementId().equals("work") && it.getActive() == 1);
                    return counts;
                },
                401,
                w -> w.stranger()
                        .newProcessInstanceElementStatisticsRequest(NONE)
                        .send()
                        .join()),
        ClientCall.rest(
                "newProcessInstanceGetCallHierarchyRequest",
                w -> {
                    var hierarchy = w.client()
                            .newProcessInstanceGetCallHierarchyRequest(w.seen("job"))
                            .send()
                            .join();
                    assertThat(hierarchy).hasSize(1);
                    return hierarchy;
                },
                404,
                w -> w.client()
                        .newProcessInstanceGetCallHierarchyRequest(NONE)
                        .send()
                        .join()),
        ClientCall.rest(
                "newElementInstanceSearchRequest",
                w -> element(w),
                400,
                w -> w.client()
                        .newElementInstanceSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newElementInstanceGetRequest",
                w -> w.client()
                        .newElementInstanceGetRequest(element(w).getElementInstanceKey())
                        .send()
                        .join(),
                404,
                w -> w.client().newElementInstanceGetRequest(NONE).send().join()),
        ClientCall.rest(
                "newVariableSearchRequest",
                w -> variable(w),
                400,
                w -> w.client()
                        .newVariableSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newVariableGetRequest",
                w -> w.client()
                        .newVariableGetRequest(variable(w).getVariableKey())
                        .send()
                        .join(),
                404,
                w -> w.client().newVariableGetRequest(NONE).send().join()),
        ClientCall.rest(
                "newIncidentSearchRequest",
                w -> w.incident(),
                400,
                w -> w.client()
                        .newIncidentSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newIncidentGetRequest",
                w -> w.client().newIncidentGetRequest(w.incident()).send().join(),
                404,
                w -> w.client().newIncidentGetRequest(NONE).send().join()),
        ClientCall.rest(
                "newIncidentsByProcessInstanceSearchRequest",
                w -> {
                    var incident = w.client()
                            .newIncidentGetRequest(w.incident())
                            .send()
                            .join();
                    return World.first(
                            w.client().newIncidentsByProcessInstanceSearchRequest(incident.getProcessInstanceKey()));
                },
                404,
                w -> w.client()
                        .newIncidentsByProcessInstanceSearchRequest(NONE)
                        .send()
                        .join()),
        ClientCall.both(
                "newResolveIncidentCommand",
                w -> {
                    var incident = w.client()
                            .newIncidentGetRequest(w.incident())
                            .send()
                            .join();
                    w.client()
                            .newUpdateRetriesCommand(incident.getJobKey())
                            .retries(1)
                            .send()
                            .join();
                    w.client()
                            .newResolveIncidentCommand(incident.getIncidentKey())
                            .send()
                            .join();
                    return w.activate();
                },
                404,
                Code.NOT_FOUND,
                w -> w.client().newResolveIncidentCommand(NONE).send().join()),
    };

    private InstanceCalls() {}

    private static ElementInstance element(World w) {
        long instance = w.seen("job");
        return World.first(w.client()
                .newElementInstanceSearchRequest()
                .filter(it -> it.processInstanceKey(instance).elementId("work")));
    }

    private static Variable variable(World w) {
        long instance = w.seen("job");
        return World.first(w.client()
                .newVariableSearchRequest()
                .filter(it -> it.processInstanceKey(instance).name("x")));
    }
}
