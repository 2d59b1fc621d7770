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
                "POST | /v2/batch-operations/search | {} | 404 | Not Found | This engine has no call POST /v2/batch-operations/search",
                "PUT | /v2/user-tasks/search | {} | 405 | Method Not Allowed | Method 'PUT' is not supported.",
                "POST | /v2/user-tasks/1 | {} | 405 | Method Not Allowed | Method 'POST' is not supported.",
                "POST | /v2/messages/publication | '' | 400 | Bad Request | Required request body is missing",
                "POST | /v2/messages/publication | {\"name\": | 400 | Bad Request | Failed to read request",
                "POST | /v2/messages/publication | [1] | 400 | Bad Request | Failed to read request",
                "POST | /v2/messages/publication | {} | 400 | INVALID_ARGUMENT | No name provided.",
                "POST | /v2/messages/publication | {\"name\":\"a\",\"variables\":[1]} | 400 | Bad Request | Request property [variables] cannot be parsed",
                "POST | /v2/messages/publication | {\"name\":\"a\",\"tenantId\":\"b\"} | 400 | INVALID_ARGUMENT | There is no tenant identifier 'b'",
                "POST | /v2/messages/correlation | {} | 400 | INVALID_ARGUMENT | No messageName provided.",
                "POST | /v2/signals/broadcast | {} | 400 | INVALID_ARGUMENT | No signalName provided.",
                "POST | /v2/jobs/activation | {} | 400 | INVALID_ARGUMENT | No type provided. No timeout provided. No maxJobsToActivate provided.",
                "POST | /v2/jobs/activation | {\"type\":\"a\",\"timeout\":1.5,\"maxJobsToActivate\":1} | 400 | Bad Request | Request property [timeout] cannot be parsed",
                "POST | /v2/jobs/activation | {\"type\":\"a\",\"timeout\":0,\"maxJobsToActivate\":1} | 400 | INVALID_ARGUMENT | The value for timeout is '0' but must be greater than 0.",
                "POST | /v2/jobs/1/error | {} | 400 | INVALID_ARGUMENT | No errorCode provided.",
                "PATCH | /v2/jobs/1 | {\"changeset\":{}} | 400 | INVALID_ARGUMENT | At least one of [retries, timeout] is required.",
                "POST | /v2/process-instances | {} | 400 | INVALID_ARGUMENT | At least one of [processDefinitionId, processDefinitionKey] is required.",
                "POST | /v2/process-instances | {\"processDefinitionId\":\"a\",\"processDefinitionKey\":\"1\"} | 400 | INVALID_ARGUMENT | Only one of",
                "POST | /v2/process-instances | {\"processDefinitionKey\":\"a\"} | 400 | INVALID_ARGUMENT | The provided processDefinitionKey 'a' is not a valid key.",
                "POST | /v2/process-instances | {\"processDefinitionId\":\"a\",\"operationReference\":0} | 400 | INVALID_ARGUMENT | The value for operationReference is '0' but must be > 0.",
                "POST | /v2/process-instances/1/migration | {} | 400 | INVALID_ARGUMENT | No targetProcessDefinitionKey provided. No mappingInstructions provided.",
                "POST | /v2/process-instances/1/modification | {\"activateInstructions\":[{}]} | 400 | INVALID_ARGUMENT | No elementId provided.",
                "POST | /v2/decision-definitions/evaluation | {} | 400 | INVALID_ARGUMENT | At least one of",
                "PUT | /v2/clock | {\"timestamp\":-1} | 400 | INVALID_ARGUMENT | The value for timestamp is '-1' but must be not negative.",
                "GET | /v2/user-tasks/abc | '' | 400 | Bad Request | Failed to convert 'userTaskKey' with value: 'abc'",
                "GET | /v2/user-tasks/1 | '' | 404 | NOT_FOUND | User Task with key '1' not found",
                "POST | /v2/user-tasks/1/assignment | {} | 400 | INVALID_ARGUMENT | No assignee provided.",
                "PATCH | /v2/user-tasks/1 | {} | 400 | INVALID_ARGUMENT | No update data provided.",
                "PATCH | /v2/user-tasks/1 | {\"changeset\":{\"dueDate\":\"soon\",\"priority\":101}} | 400 | INVALID_ARGUMENT | The provided due date 'soon' cannot be parsed as a date according to RFC 3339, section 5.6. The value for priority is '101'",
                "PATCH | /v2/user-tasks/1 | {\"changeset\":{\"candidateGroups\":\"a\"}} | 400 | Bad Request | Request property [changeset.candidateGroups] cannot be parsed",
                "POST | /v2/user-tasks/search | {\"sort\":[{\"field\":\"1; drop table engine_job\"}]} | 400 | Bad Request | Unexpected value '1; drop table engine_job' for enum field 'field'.",
                "POST | /v2/user-tasks/search | {\"sort\":[{}]} | 400 | INVALID_ARGUMENT | Sort field must not be null.",
                "POST | /v2/user-tasks/search | {\"sort\":[{\"field\":\"name\",\"order\":\"dsc\"}]} | 400 | Bad Request | Unexpected value 'dsc' for enum field 'order'. Use any of the following values: [ASC, DESC]",
                "POST | /v2/user-tasks/search | {\"sort\":\"name\"} | 400 | Bad Request | Request property [sort] cannot be parsed",
                "POST | /v2/user-tasks/search | {\"filter\":7} | 400 | Bad Request | Request property [filter] cannot be parsed",
                "POST | /v2/user-tasks/search | {\"page\":{\"after\":\"nonsense\"}} | 400 | Bad Request | The cursor 'nonsense' is none of ours",
                "POST | /v2/user-tasks/search | {\"page\":{\"after\":\"a\",\"before\":\"b\"}} | 400 | INVALID_ARGUMENT | Only one of [from, after, before] is allowed.",
                "POST | /v2/user-tasks/search | {\"page\":{\"limit\":10001}} | 400 | INVALID_ARGUMENT | The value for limit is '10001' but must be at most 10000.",
                "POST | /v2/user-tasks/search | {\"page\":{\"limit\":\"many\"}} | 400 | Bad Request | Request property [page.limit] cannot be parsed",
                "POST | /v2/user-tasks/search | {\"filter\":{\"userTaskKey\":\"x\"}} | 400 | Bad Request | The value \"x\" of 'userTaskKey' cannot be understood",
                "POST | /v2/process-instances/search | {\"filter\":{\"hasIncident\":\"perhaps\"}} | 400 | Bad Request | The value \"perhaps\" of 'hasIncident' cannot be understood",
                "POST | /v2/process-instances/search | {\"filter\":{\"variables\":[{\"name\":\"a\"}]}} | 400 | INVALID_ARGUMENT | Variable value must not be null.",
                "POST | /v2/process-instances/1/incidents/search | {} | 404 | NOT_FOUND | Process Instance with key '1' not found",
                "GET | /v2/process-definitions/1/form | '' | 404 | NOT_FOUND | Process Definition with key '1' not found",
                "GET | /v2/resources/1 | '' | 404 | NOT_FOUND | Command 'FETCH' rejected with code 'NOT_FOUND'",
                "POST | /v2/deployments | {} | 415 | Unsupported Media Type | Content-Type 'application/json' is not supported.",
            })
    void refusalsAreProblemDetails(String method, String path, String body, int status, String title, String detail)
            throws Exception {
        var request = HttpRequest.newBuilder(open.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).path("title").asText()).isEqualTo(title);
        assertThat(json(response).path("status").asInt()).isEqualTo(status);
        assertThat(json(response).path("type").asText()).isEqualTo("about:blank");
        assertThat(json(response).path("detail").asText()).startsWith(detail);
        assertThat(json(response).path("instance").asText()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/process-instances, application/json, '{\"processDefinitionId\":\"a\",\"variables\":{\"a\":\"%s\"}}'",
        "/v2/deployments, multipart/form-data; boundary=b, "
                + "'--b\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"a.bpmn\"\r\n\r\n%s\r\n--b--\r\n'",
    })
    void whatIsTooLargeIsSaidToBe(String path, String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(open.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body.formatted("x".repeat(5 << 20))));
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(json(response).path("title").asText()).isEqualTo("Payload Too Large");
    }

    @Test
    void whatAClientLeftUnsetOrNobodyKnowsIsNoFilter() throws Exception {
        var body =
                "{\"filter\":{\"colour\":\"red\",\"state\":{\"$near\":\"x\",\"$in\":[],\"$notIn\":[],\"$eq\":null},\"tags\":[],\"$or\":[]},\"sort\":[]}";
        var request = HttpRequest.newBuilder(open.resolve("/v2/process-instances/search"))
                .POST(BodyPublishers.ofString(body));
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("page").path("totalItems").isNumber()).isTrue();
    }

    /** What is no address at all, Tomcat refuses before anybody sees it; what is decoded is ours. */
    @ParameterizedTest
    @CsvSource({
        "/v2/user-tasks/a%20b, 400",
        "/v2/%E2%82%AC, 404",
        "/v2/user-tasks/1%2Fform, 400",
        "/v2/user-tasks/%zz, 400",
        "//v2/topology, 200"
    })
    void oddAddressesHarmNobody(String path, int status) throws Exception {
        try (var socket = new Socket(open.getHost(), open.getPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status);
        }
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
