package org.konsil.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.filter.DecisionDefinitionFilter;
import io.grpc.Status.Code;
import java.util.Map;
import org.konsil.engine.Models;

/** Models: deploy them, read them, delete them, decide with them. */
final class ModelCalls {

    private static final long NONE = 4711;

    static final ClientCall[] TABLE = {
        ClientCall.both(
                "newDeployResourceCommand",
                w -> {
                    var deployed = w.client()
                            .newDeployResourceCommand()
                            .addProcessModel(Models.oneJob("deployed", "deployed"), "deployed.bpmn")
                            .addResourceStringUtf8(Models.RISK.content(), Models.RISK.name())
                            .addResourceStringUtf8(Models.NOTE.content(), Models.NOTE.name())
                            .addResourceStringUtf8(World.ROBOT.content(), World.ROBOT.name())
                            .send()
                            .join();
                    assertThat(deployed.getProcesses().getFirst().getBpmnProcessId())
                            .isEqualTo("deployed");
                    assertThat(deployed.getDecisions().getFirst().getDmnDecisionName())
                            .isEqualTo("Risk");
                    assertThat(deployed.getDecisionRequirements()).hasSize(1);
                    assertThat(deployed.getForm().getFirst().getFormId()).isEqualTo("note-form");
                    if (w.client().getConfiguration().preferRestOverGrpc()) // gRPC has no word for others
                    assertThat(deployed.getResource().getFirst().getResourceId())
                                .isEqualTo("robot");
                    return deployed;
                },
                400,
                Code.INVALID_ARGUMENT,
                w -> w.client()
                        .newDeployResourceCommand()
                        .addResourceStringUtf8("<no/>", "no.bpmn")
                        .send()
                        .join()),
        ClientCall.rest(
                "newProcessDefinitionSearchRequest",
                w -> World.first(w.client().newProcessDefinitionSearchRequest()),
                400,
                w -> w.client()
                        .newProcessDefinitionSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newProcessDefinitionGetRequest",
                w -> w.client()
                        .newProcessDefinitionGetRequest(w.definition("job"))
                        .send()
                        .join(),
                404,
                w -> w.client().newProcessDefinitionGetRequest(NONE).send().join()),
        ClientCall.rest(
                "newProcessDefinitionGetXmlRequest",
                w -> w.client()
                        .newProcessDefinitionGetXmlRequest(w.definition("job"))
                        .send()
                        .join(),
                404,
                w -> w.client().newProcessDefinitionGetXmlRequest(NONE).send().join()),
        ClientCall.rest(
                "newProcessDefinitionGetFormRequest",
                w -> {
                    var none = w.client()
                            .newProcessDefinitionGetFormRequest(w.definition("job"))
                            .send()
                            .join();
                    assertThat(none.getFormId()).isNull();
                    var form = w.client()
                            .newProcessDefinitionGetFormRequest(w.definition("begun"))
                            .send()
                            .join();
                    assertThat(form.getFormId()).isEqualTo("note-form");
                    return form;
                },
                404,
                w -> w.client().newProcessDefinitionGetFormRequest(NONE).send().join()),
        ClientCall.rest(
                "newProcessDefinitionElementStatisticsRequest",
                w -> {
                    w.seen("formed");
                    return World.eventually(
                            w.client().newProcessDefinitionElementStatisticsRequest(w.definition("formed")));
                },
                401,
                w -> w.stranger()
                        .newProcessDefinitionElementStatisticsRequest(NONE)
                        .send()
                        .join()),
        ClientCall.rest(
                "newDecisionDefinitionSearchRequest",
                w -> World.first(w.client().newDecisionDefinitionSearchRequest()),
                400,
                w -> w.client()
                        .newDecisionDefinitionSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newDecisionDefinitionGetRequest",
                w -> w.client()
                        .newDecisionDefinitionGetRequest(decision(w))
                        .send()
                        .join(),
                404,
                w -> w.client().newDecisionDefinitionGetRequest(NONE).send().join()),
        ClientCall.rest(
                "newDecisionDefinitionGetXmlRequest",
                w -> w.client()
                        .newDecisionDefinitionGetXmlRequest(decision(w))
                        .send()
                        .join(),
                404,
                w -> w.client().newDecisionDefinitionGetXmlRequest(NONE).send().join()),
        ClientCall.rest(
                "newDecisionRequirementsSearchRequest",
                w -> World.first(w.client().newDecisionRequirementsSearchRequest()),
                400,
                w -> w.client()
                        .newDecisionRequirementsSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newDecisionRequirementsGetRequest",
                w -> w.client()
                        .newDecisionRequirementsGetRequest(requirements(w))
                        .send()
                        .join(),
                404,
                w -> w.client().newDecisionRequirementsGetRequest(NONE).send().join()),
        ClientCall.rest(
                "newDecisionRequirementsGetXmlRequest",
                w -> w.client()
                        .newDecisionRequirementsGetXmlRequest(requirements(w))
                        .send()
                        .join(),
                404,
                w -> w.client()
                        .newDecisionRequirementsGetXmlRequest(NONE)
                        .send()
                        .join()),
        ClientCall.both(
                "newEvaluateDecisionCommand",
                w -> {
                    var done = w.client()
                            .newEvaluateDecisionCommand()
                            .decisionId("risk")
                            .variables(Map.of("amount", 500))
                            .send()
                            .join();
                    assertThat(done.getDecisionOutput()).isEqualTo("\"high\"");
                    var id = done.getEvaluatedDecisions().getFirst().getDecisionEvaluationInstanceKey();
                    return World.eventually(w.client().newDecisionInstanceGetRequest(id));
                },
                404,
                Code.NOT_FOUND,
                w -> w.client()
                        .newEvaluateDecisionCommand()
                        .decisionId("none")
                        .send()
                        .join()),
        ClientCall.rest(
                "newResourceGetRequest",
                w -> w.client().newResourceGetRequest(robot(w)).send().join(),
                404,
                w -> w.client().newResourceGetRequest(NONE).send().join()),
        ClientCall.rest(
                "newResourceContentGetRequest",
                w -> {
                    var content = w.client()
                            .newResourceContentGetRequest(robot(w))
                            .send()
                            .join();
                    assertThat(content).isEqualTo(World.ROBOT.content());
                    return content;
                },
                404,
                w -> w.client().newResourceContentGetRequest(NONE).send().join()),
        ClientCall.both(
                "newDeleteResourceCommand",
                w -> {
                    var brief = w.client()
                            .newDeployResourceCommand()
                            .addProcessModel(Models.oneJob("brief", World.any()), "brief.bpmn")
                            .send()
                            .join();
                    long key = brief.getProcesses().getFirst().getProcessDefinitionKey();
                    return w.client().newDeleteResourceCommand(key).send().join();
                },
                404,
                Code.NOT_FOUND,
                w -> w.client().newDeleteResourceCommand(NONE).send().join()),
    };

    private ModelCalls() {}

    private static long decision(World w) {
        return World.first(w.client().newDecisionDefinitionSearchRequest().filter(Risk::it))
                .getDecisionKey();
    }

    private static long requirements(World w) {
        return World.first(w.client().newDecisionDefinitionSearchRequest().filter(Risk::it))
                .getDecisionRequirementsKey();
    }

    private static long robot(World w) {
        return w.client()
                .newDeployResourceCommand()
                .addResourceStringUtf8(World.ROBOT.content(), World.ROBOT.name())
                .send()
                .join()
                .getResource()
                .getFirst()
                .getResourceKey();
    }

    private interface Risk {
        static void it(DecisionDefinitionFilter filter) {
            filter.decisionDefinitionId("risk");
        }
    }
}
