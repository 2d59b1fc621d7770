package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The calls that others rely on: all there, described, closed to strangers, with one way to say no. */
@ProgramTest
class ApiContractTests {

    private static final Set<String> OPEN_TO_ALL =
            Set.of("/sign-in", "/error", "/still/{watch}", "/v3/api-docs", "/v3/api-docs.yaml");

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "get  | /actuator/health                    | -             | -",
                "post | /api/v1/cases                       | clinician.fi  | auditor",
                "post | /api/v1/cases/phenopackets          | clinician.fi  | dispatcher.epicare",
                "get  | /api/v1/cases                       | clinician.fi  | admin",
                "get  | /api/v1/cases/{caseId}              | auditor       | admin",
                "get  | /api/v1/work-items                  | coordinator.bond | owner",
                "get  | /api/v1/work-items/{taskKey}/form   | expert1.bond  | auditor",
                "post | /api/v1/work-items/{taskKey}/claim  | sponsor.fi    | auditor",
                "post | /api/v1/work-items/{taskKey}/release | contact.fi   | owner.no",
                "post | /api/v1/work-items/{taskKey}/delegate | lead.bond   | admin",
                "post | /api/v1/work-items/{taskKey}/complete | centre.no   | owner",
                "post | /api/v1/cases/{caseId}/events/{event} | clinician.no | auditor",
                "get  | /api/v1/cases/{caseId}/history      | auditor       | admin",
                "post | /api/v1/clock/advance               | admin         | clinician.fi",
                "get  | /api/v1/audit/verification          | auditor       | admin",
                "get  | /api/v1/audit/export                | auditor       | clinician.fi"
            })
    void everyCallIsDescribedAndForTheRightPeople(
            String method, String path, @Nullable String right, @Nullable String wrong) {
        var call =
                caller.get(null, "/v3/api-docs").json().path("paths").path(path).path(method);
        assertThat(call.path("summary").asText()).isNotBlank();
        assertThat(call.path("description").asText()).isNotBlank();
        if (right == null) {
            caller.get(null, path).is(200);
            return;
        }
        assertThat(call.path("responses").has("401")).isTrue();
        assertThat(call.path("responses").has("403")).isTrue();
        assertThat(send(method, right, path).status()).isIn(200, 404, 422);
        send(method, wrong, path).refused(403, "not-your-role");
    }

    @Test
    void everyParameterOfAListIsDescribedByItself() {
        var list = caller.get(null, "/v3/api-docs")
                .json()
                .path("paths")
                .path("/api/v1/work-items")
                .path("get");
        assertThat(list.path("parameters").findValuesAsText("name"))
                .contains("group", "assignee", "stage", "due", "sort", "after", "size");
    }

    @Test
    void strangersAreRefusedOnEveryCall() {
        var paths = caller.get(null, "/v3/api-docs").json().path("paths");
        assertThat(paths.size()).isGreaterThan(15);
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    if (!isOpen(call.getValue())) {
                        send(call.getKey(), null, path.getKey()).refused(401, "not-signed-in");
                        var nobody = "nobody-"
                                + Integer.toHexString(
                                        path.getKey().hashCode()); // one name alone would be stopped as a guesser
                        send(call.getKey(), nobody, path.getKey()).refused(401, "not-signed-in");
                    }
                }));
    }

    @Test
    void strangersAreRefusedOnEveryPage() {
        var let = new TreeSet<String>();
        for (var path : addresses()) {
            for (var method : List.of("get", "post")) {
                var answer = send(method, null, path);
                var toSignIn = answer.status() == 302 && answer.text().isEmpty();
                if (!toSignIn && !Set.of(401, 403).contains(answer.status())) {
                    let.add(path);
                }
            }
        }
        assertThat(let).isSubsetOf(OPEN_TO_ALL);
    }

    @Test
    void whatTheServerItselfRefusesIsSaidInWordsToo() {
        for (var path : List.of("/api/v1/cases/%00", "/api/v1/cases/..%2f", "/api/v1//cases", "/api/v1/cases;x=1")) {
            caller.get(Caller.CLINICIAN, path).refused(400, "http-400");
        }
        caller.send("GET", Caller.CLINICIAN, "/api/v1/cases", null, "X-Long", "x".repeat(60_000))
                .refused(400, "http-400");
        assertThat(caller.get(null, "/cases/%00").text())
                .contains("could not be understood")
                .doesNotContain("Tomcat");
        caller.get(Caller.CLINICIAN, "/api/v1/nothing").refused(404, "http-404");
        caller.send("DELETE", Caller.CLINICIAN, "/api/v1/cases", null).refused(405, "http-405");
        caller.send("GET", Caller.CLINICIAN, "/api/v1/cases", null, "Accept", "application/xml")
                .refused(406, "http-406");
        caller.post(Caller.CLINICIAN, "/api/v1/cases", "<a/>", "Content-Type", "application/xml")
                .refused(415, "http-415");
    }

    private List<String> addresses() {
        var all = new ArrayList<String>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> all.addAll(mapping.getPatternValues()));
        return all;
    }

    private static boolean isOpen(JsonNode call) {
        return call.path("security").isArray() && call.path("security").isEmpty();
    }

    private Caller.Answer send(String method, @Nullable String account, String path) {
        var address = path.replace("{caseId}", UUID.randomUUID().toString())
                .replace("{event}", "patient-died")
                .replaceAll("\\{\\w+Id}", UUID.randomUUID().toString())
                .replaceAll("\\{\\w+(:[^}]*)?}", "1");
        var body = method.equals("post") ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8) : null;
        return caller.send(method.toUpperCase(java.util.Locale.ROOT), account, address, body);
    }
}
