package org.konsil.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayBlockingStub;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Resource;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.konsil.engine.Models;
import org.konsil.engine.TestEngine;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.engine.gateway.EngineCredentials.Secret;
import org.konsil.engine.gateway.Role;

/**
 * What Camunda Desktop Modeler sends (its Node client): asks for the topology first over REST, then over gRPC; deploys; starts an instance;
 * looks at it. Without credentials its REST calls carry an empty bearer token.
 */
class ModelerTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0"
                id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.40.0"
                modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
              <bpmn:process id="drawn" isExecutable="true">
                <bpmn:startEvent id="begin"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="ask" />
                <bpmn:userTask id="ask" name="Ask"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements>
                  <bpmn:incoming>f1</bpmn:incoming></bpmn:userTask>
              </bpmn:process>
            </bpmn:definitions>
            """;

    static TestEngine guarded;
    static ManagedChannel channel;

    @BeforeAll
    static void begin() {
        guarded = TestEngine.guarded(
                new Secret("app", EngineCredentials.hash("app-secret"), Set.of(Role.ENGINE_CLIENT)),
                new Secret("owner", EngineCredentials.hash("owner-secret"), Set.of(Role.PROCESS_OWNER)));
        var address = guarded.grpcAddress();
        channel = ManagedChannelBuilder.forAddress(address.getHost(), address.getPort())
                .usePlaintext()
                .userAgent("zeebe-client-nodejs/8.8.4 Modeler")
                .keepAliveTime(6, TimeUnit.MINUTES)
                .keepAliveWithoutCalls(true)
                .build();
    }

    @AfterAll
    static void end() {
        channel.shutdownNow();
        guarded.close();
    }

    @Test
    void deploysAndStartsOverRestWithoutCredentials() throws Exception {
        var engine = TestEngine.shared();
        assertThat(get(engine, "Bearer ", "topology").path("gatewayVersion").asText())
                .startsWith("8.8.");
        var deployed = deploy(engine, "Bearer ", null, 200);
        assertThat(deployed.path("deploymentKey").asText()).isNotEmpty();
        var process = deployed.path("deployments").path(0).path("processDefinition");
        assertThat(process.path("processDefinitionId").asText()).isEqualTo("drawn");
        assertThat(process.path("processDefinitionVersion").asInt()).isPositive();
        assertThat(deployed.path("deployments")
                        .path(1)
                        .path("decisionDefinition")
                        .path("name")
                        .asText())
                .isEqualTo("Risk");

        var started = post(
                engine,
                "Bearer ",
                "process-instances",
                "{\"variables\":{\"a\":1},\"startInstructions\":[],"
                        + "\"runtimeInstructions\":[{\"type\":\"TERMINATE_PROCESS_INSTANCE\",\"afterElementId\":\"ask\"}],"
                        + "\"processDefinitionId\":\"drawn\"}");
        var filter = "{\"filter\":{\"processInstanceKey\":\""
                + started.path("processInstanceKey").asText() + "\"}}";
        for (var kind : new String[] {"process-instances", "variables", "element-instances"}) {
            await().until(() -> post(engine, "Bearer ", kind + "/search", filter)
                            .path("items")
                            .size()
                    > 0);
        }
        assertThat(post(engine, "Bearer ", "incidents/search", filter)
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(deploy(engine, "Bearer ", "elsewhere", 400).path("title").asText())
                .isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void deploysOverRestAsProcessOwner() throws Exception {
        var owner = basic("owner", "owner-secret");
        assertThat(get(guarded, owner, "topology").path("brokers").size()).isEqualTo(1);
        assertThat(deploy(guarded, owner, "<default>", 200).path("deployments").size())
                .isEqualTo(3);
        assertThat(deploy(guarded, basic("owner", "wrong"), null, 401)
                        .path("status")
                        .asInt())
                .isEqualTo(401);
        assertThat(post(guarded, owner, "process-instances", "{\"processDefinitionId\":\"drawn\"}")
                        .path("status")
                        .asInt())
                .isEqualTo(403);
    }

    @Test
    void deploysAndStartsOverGrpcWithCredentials() {
        var app = stub(basic("app", "app-secret"));
        assertThat(app.topology(TopologyRequest.getDefaultInstance()).getGatewayVersion())
                .startsWith("8.8.");
        var deployed = stub(basic("owner", "owner-secret")).deployResource(drawn());
        var process = deployed.getDeployments(0).getProcess();
        assertThat(process.getBpmnProcessId()).isEqualTo("drawn");
        var request = CreateProcessInstanceRequest.newBuilder()
                .setBpmnProcessId("drawn")
                .setVersion(-1)
                .setVariables("{\"a\":1}");
        assertThat(app.createProcessInstance(request.build()).getProcessInstanceKey())
                .isPositive();
        assertThatThrownBy(() -> stub(basic("owner", "wrong")).deployResource(drawn()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        it -> assertThat(it.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
    }

    private static DeployResourceRequest drawn() {
        return DeployResourceRequest.newBuilder()
                .addResources(Resource.newBuilder().setName("drawn.bpmn").setContent(ByteString.copyFromUtf8(MODEL)))
                .build();
    }

    private static GatewayBlockingStub stub(String authorization) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
        return GatewayGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    /** As the npm package form-data writes it, in chunks because it is a stream. */
    private static JsonNode deploy(TestEngine engine, String authorization, @Nullable String tenant, int status)
            throws Exception {
        var boundary = "--------------------------804374812973402189470211";
        var form = part(boundary, "name=\"resources\"; filename=\"drawn.bpmn\"", MODEL)
                + part(boundary, "name=\"resources\"; filename=\"risk.dmn\"", Models.RISK.content())
                + (tenant == null
                        ? ""
                        : "--" + boundary + "\r\nContent-Disposition: form-data; name=\"tenantId\"\r\n\r\n" + tenant
                                + "\r\n")
                + "--" + boundary + "--\r\n";
        var request = request(engine, authorization, "deployments")
                .setHeader("content-type", "multipart/form-data; boundary=" + boundary)
                .setHeader("accept", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))));
        var response = send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static String part(String boundary, String disposition, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }

    private static JsonNode get(TestEngine engine, String authorization, String path) throws Exception {
        return JSON.readTree(send(request(engine, authorization, path).GET()).body());
    }

    private static JsonNode post(TestEngine engine, String authorization, String path, String body) throws Exception {
        return JSON.readTree(send(request(engine, authorization, path).POST(BodyPublishers.ofString(body)))
                .body());
    }

    private static HttpRequest.Builder request(TestEngine engine, String authorization, String path) {
        return HttpRequest.newBuilder(engine.restAddress().resolve("/v2/" + path))
                .header("content-type", "application/json")
                .header("authorization", authorization)
                .header("user-agent", "camunda-8-sdk-nodejs/8.8.4")
                .header("accept", "*/*");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String basic(String name, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
