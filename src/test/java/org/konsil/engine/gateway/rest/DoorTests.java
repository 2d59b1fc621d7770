package org.konsil.engine.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.engine.Models;
import org.konsil.engine.TestEngine;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.engine.gateway.EngineCredentials.Secret;
import org.konsil.engine.gateway.Role;

class DoorTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static TestEngine guarded;
    static URI open;

    @BeforeAll
    static void guard() {
        open = TestEngine.shared().restAddress();
        guarded = TestEngine.guarded(
                new Secret("app", EngineCredentials.hash("app-secret"), Set.of(Role.ENGINE_CLIENT)),
                new Secret("owner", EngineCredentials.hash("owner-secret"), Set.of(Role.PROCESS_OWNER)));
    }

    @AfterAll
    static void close() {
        guarded.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'',            GET,  /v2/status,                     204",
        "'',            GET,  /v2/topology,                   401",
        "owner:wrong,   GET,  /v2/topology,                   401",
        "app:app-secret,GET,  /v2/topology,                   200",
        "app:app-secret,POST, /v2/user-tasks/search,          200",
        "app:app-secret,POST, /actuator/cluster/purge,        404",
        "owner:owner-secret, GET,  /v2/topology,              200",
        "owner:owner-secret, POST, /v2/process-definitions/search, 200",
        "owner:owner-secret, POST, /v2/user-tasks/search,     403",
        "owner:owner-secret, POST, /v2/jobs/activation,       403",
        "owner:owner-secret, POST, /v2/user-tasks/1/completion, 403",
        "owner:owner-secret, POST, /v2/process-instances,     403",
        "owner:owner-secret, POST, /v2/resources/1/deletion,  403",
        "owner:owner-secret, PUT,  /v2/clock,                 403",
    })
    void everyoneComesAsFarAsTheirRole(String credentials, String method, String path, int status) throws Exception {
        var uri = guarded.restAddress().resolve(path);
        var request =
                HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString("GET".equals(method) ? "" : "{}"));
        if (!credentials.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(HTTP.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /v2/batch-operations/search | {} | 404 | NOT_FOUND",
                "POST | /v2/messages/publication | {\"name\": | 400 | INVALID_ARGUMENT",
                "POST | /v2/messages/publication | {} | 400 | INVALID_ARGUMENT",
                "POST | /v2/messages/publication | [1] | 400 | INVALID_ARGUMENT",
                "POST | /v2/messages/publication | {\"name\":\"a\",\"variables\":[1]} | 400 | INVALID_ARGUMENT",
                "POST | /v2/jobs/activation | {\"type\":\"a\",\"timeout\":1.5,\"maxJobsToActivate\":1} | 400 | INVALID_ARGUMENT",
                "POST | /v2/jobs/activation | {\"type\":\"a\",\"timeout\":0,\"maxJobsToActivate\":1} | 400 | INVALID_ARGUMENT",
                "GET | /v2/user-tasks/abc | '' | 400 | INVALID_ARGUMENT",
                "GET | /v2/user-tasks/1 | '' | 404 | NOT_FOUND",
                "POST | /v2/user-tasks/search | {\"filter\":{\"colour\":\"red\"}} | 400 | INVALID_ARGUMENT",
                "POST | /v2/user-tasks/search | {\"sort\":[{\"field\":\"1; drop table engine_job\"}]} | 400 | INVALID_ARGUMENT",
                "POST | /v2/user-tasks/search | {\"page\":{\"after\":\"nonsense\"}} | 400 | INVALID_ARGUMENT",
                "POST | /v2/user-tasks/search | {\"filter\":{\"userTaskKey\":\"x\"}} | 400 | INVALID_ARGUMENT",
                "POST | /v2/user-tasks/search | {\"filter\":{\"state\":{\"$near\":\"x\"}}} | 400 | INVALID_ARGUMENT",
                "POST | /v2/deployments | {} | 400 | INVALID_ARGUMENT",
            })
    void refusalsAreProblemDetails(String method, String path, String body, int status, String title) throws Exception {
        var request = HttpRequest.newBuilder(open.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).path("title").asText()).isEqualTo(title);
        assertThat(json(response).path("detail").asText()).isNotBlank();
        assertThat(json(response).path("instance").asText()).isEqualTo(path);
    }

    @Test
    void whatAClientLeftUnsetIsNoFilter() throws Exception {
        var body =
                "{\"filter\":{\"state\":{\"$in\":[],\"$notIn\":[],\"$eq\":null},\"tags\":[],\"$or\":[]},\"sort\":[]}";
        var request = HttpRequest.newBuilder(open.resolve("/v2/process-instances/search"))
                .POST(BodyPublishers.ofString(body));
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("page").path("totalItems").isNumber()).isTrue();
    }

    @Test
    void jobsThatANoLongerListeningWorkerWouldGetGoBack() throws Exception {
        try (var client = TestEngine.shared().client()) {
            var model = Models.oneJob("lonely", "lonely");
            client.newDeployResourceCommand()
                    .addProcessModel(model, "lonely.bpmn")
                    .send()
                    .join();
            var body = "{\"type\":\"lonely\",\"timeout\":600000,\"maxJobsToActivate\":5,\"requestTimeout\":30000}";
            try (var dead = new Socket(open.getHost(), open.getPort())) {
                var head =
                        "POST /v2/jobs/activation HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n";
                dead.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
                assertThat(dead.getInputStream().read()).isEqualTo('H'); // it is being served
            }
            var living = client.newActivateJobsCommand()
                    .jobType("lonely")
                    .maxJobsToActivate(1)
                    .requestTimeout(Duration.ofSeconds(20))
                    .send();
            client.newCreateInstanceCommand()
                    .bpmnProcessId("lonely")
                    .latestVersion()
                    .send()
                    .join();
            assertThat(living.join().getJobs()).hasSize(1);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }
}
