package org.konsil.engine.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.protocol.rest.*;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konsil.engine.Models;
import org.konsil.engine.TestEngine;

/**
 * Each answer, read into the official client's own class with nothing unknown allowed and written again, is the same JSON: no field that the
 * contract does not have, no word that its lists do not have, no list or map missing.
 */
class RoundTripTests extends AmongLives {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    /** What only some things have, and none of those here. */
    private static final Set<String> RARE = Set.of("evaluationFailure", "externalFormReference", "deniedReason");

    @ParameterizedTest
    @EnumSource
    void searches(Contract search) throws Exception {
        var answer = send("POST", search.path, "{}", 200);
        assertThat(answer.path("items").size()).isPositive();
        same(answer, STRICT.constructType(search.answer));
        var seen = new TreeSet<String>();
        answer.path("items").forEach(item -> item.fieldNames().forEachRemaining(seen::add));
        assertThat(search.itemFields())
                .filteredOn(field -> !RARE.contains(field))
                .isSubsetOf(seen);
    }

    @TestFactory
    Stream<DynamicTest> queries() throws Exception {
        var instance = key("process-instances", "processInstanceKey");
        var definition = key("process-definitions", "processDefinitionKey");
        var task = key("user-tasks", "userTaskKey");
        var decided = key("decision-instances", "decisionEvaluationInstanceKey");
        return Stream.of(
                get("/v2/topology", TopologyResponse.class),
                get("/v2/process-instances/" + instance, ProcessInstanceResult.class),
                get(
                        "/v2/process-instances/" + instance + "/sequence-flows",
                        ProcessInstanceSequenceFlowsQueryResult.class),
                get(
                        "/v2/process-instances/" + instance + "/statistics/element-instances",
                        ProcessInstanceElementStatisticsQueryResult.class),
                test(
                        "/v2/process-instances/" + instance + "/call-hierarchy",
                        "GET",
                        "",
                        STRICT.getTypeFactory()
                                .constructCollectionType(List.class, ProcessInstanceCallHierarchyEntry.class)),
                post("/v2/process-instances/" + instance + "/incidents/search", "{}", IncidentSearchQueryResult.class),
                get(
                        "/v2/element-instances/" + key("element-instances", "elementInstanceKey"),
                        ElementInstanceResult.class),
                get("/v2/variables/" + key("variables", "variableKey"), VariableResult.class),
                get("/v2/incidents/" + key("incidents", "incidentKey"), IncidentResult.class),
                get("/v2/process-definitions/" + definition, ProcessDefinitionResult.class),
                post(
                        "/v2/process-definitions/" + definition + "/statistics/element-instances",
                        "{}",
                        ProcessDefinitionElementStatisticsQueryResult.class),
                get(
                        "/v2/decision-definitions/" + key("decision-definitions", "decisionDefinitionKey"),
                        DecisionDefinitionResult.class),
                get(
                        "/v2/decision-requirements/" + key("decision-requirements", "decisionRequirementsKey"),
                        DecisionRequirementsResult.class),
                get("/v2/decision-instances/" + decided, DecisionInstanceGetQueryResult.class),
                get("/v2/user-tasks/" + task, UserTaskResult.class),
                get("/v2/user-tasks/" + task + "/form", FormResult.class),
                post("/v2/user-tasks/" + task + "/variables/search", "{}", VariableSearchQueryResult.class));
    }

    @TestFactory
    Stream<DynamicTest> commands() {
        return Stream.of(
                post(
                        "/v2/process-instances",
                        "{\"processDefinitionId\":\"two\",\"variables\":{\"id\":\"k\",\"amount\":1}}",
                        CreateProcessInstanceResult.class),
                post(
                        "/v2/jobs/activation",
                        "{\"type\":\"work\",\"timeout\":1000,\"maxJobsToActivate\":9,\"requestTimeout\":-1}",
                        JobActivationResult.class),
                post(
                        "/v2/messages/publication",
                        "{\"name\":\"m\",\"correlationKey\":\"k\",\"timeToLive\":0}",
                        MessagePublicationResult.class),
                post("/v2/signals/broadcast", "{\"signalName\":\"s\"}", SignalBroadcastResult.class),
                post(
                        "/v2/decision-definitions/evaluation",
                        "{\"decisionDefinitionId\":\"risk\",\"variables\":{\"amount\":1.5}}",
                        EvaluateDecisionResult.class),
                DynamicTest.dynamicTest(
                        "a refusal",
                        () -> same(
                                send("POST", "/v2/signals/broadcast", "{}", 400),
                                STRICT.constructType(ProblemDetail.class))));
    }

    @Test
    void deploymentsAndWhatTheyStart() throws Exception {
        var form = new StringBuilder();
        var begun = Bpmn.createExecutableProcess("begun")
                .startEvent()
                .message("begin")
                .endEvent()
                .done();
        var quick =
                Bpmn.createExecutableProcess("quick").startEvent().endEvent().done();
        for (var file : List.of(
                new Models.Resource("quick.bpmn", Bpmn.convertToString(quick)),
                new Models.Resource("begun.bpmn", Bpmn.convertToString(begun)),
                Models.RISK,
                Models.NOTE,
                new Models.Resource("robot.rpa", "{\"id\":\"robot\"}"))) {
            form.append("--b\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"")
                    .append(file.name());
            form.append("\"\r\n\r\n").append(file.content()).append("\r\n");
        }
        var deployed = send("POST", "/v2/deployments", form + "--b--", 200, "multipart/form-data; boundary=b");
        same(deployed, STRICT.constructType(DeploymentResult.class));
        assertThat(deployed.path("deployments").size()).isEqualTo(6);
        var robot = deployed.path("deployments")
                .path(5)
                .path("resource")
                .path("resourceKey")
                .asText();
        same(send("GET", "/v2/resources/" + robot, "", 200), STRICT.constructType(ResourceResult.class));
        var awaited =
                "{\"processDefinitionId\":\"quick\",\"awaitCompletion\":true,\"tags\":[\"t\"],\"variables\":{\"a\":[1.50]}}";
        same(
                send("POST", "/v2/process-instances", awaited, 200),
                STRICT.constructType(CreateProcessInstanceResult.class));
        same(
                send("POST", "/v2/messages/correlation", "{\"name\":\"begin\"}", 200),
                STRICT.constructType(MessageCorrelationResult.class));
    }

    private static DynamicTest get(String path, Class<?> type) {
        return test(path, "GET", "", STRICT.constructType(type));
    }

    private static DynamicTest post(String path, String body, Class<?> type) {
        return test(path, "POST", body, STRICT.constructType(type));
    }

    private static DynamicTest test(String path, String method, String body, JavaType type) {
        return DynamicTest.dynamicTest(path, () -> same(send(method, path, body, 200), type));
    }

    private static void same(JsonNode answer, JavaType type) throws Exception {
        Object read = STRICT.readValue(STRICT.treeAsTokens(answer), type);
        assertThat(STRICT.readTree(STRICT.writeValueAsString(read))).isEqualTo(answer);
    }

    /** The key of the newest thing of its kind. */
    private static String key(String kind, String name) throws Exception {
        var items = send("POST", "/v2/" + kind + "/search", "{}", 200).path("items");
        return items.path(items.size() - 1).path(name).asText();
    }

    private static JsonNode send(String method, String path, String body, int status) throws Exception {
        return send(method, path, body, status, "application/json");
    }

    private static JsonNode send(String method, String path, String body, int status, String type) throws Exception {
        var request = HttpRequest.newBuilder(TestEngine.shared().restAddress().resolve(path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return STRICT.readTree(response.body());
    }
}
