package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.konsil.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks that are completed wrongly: twice, by the wrong person, too late, with nonsense. */
@ProgramTest
class BadAnswerTests {

    private static final Map<String, ?> DECLINED = Map.of("consentGiven", "no", "declineNote", "The parents decline.");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Caller caller;
    private String caseId = "";
    private String task = "";

    @BeforeEach
    void aCaseThatWaitsForConsent() {
        caller = new Caller(port);
        caseId = caller.post(Caller.CLINICIAN, "/api/v1/cases", Onni.answers())
                .is(201)
                .json()
                .path("caseId")
                .asText();
        task = "/api/v1/work-items/"
                + Awaitility.await()
                        .until(this::openWork, open -> !open.isEmpty())
                        .path(0)
                        .path("taskKey")
                        .asText();
    }

    @Test
    void whatIsNoAnswerIsRefusedAndKeepsNothing() {
        var before = Stored.now(jdbc);
        complete("").refused(400, "malformed-json");
        complete("{}").refused(422, "invalid").naming("/data").naming("/version");
        complete("{\"data\":{},\"version\":\"1\"}").refused(422, "invalid").naming("/version");
        complete("{\"data\":{},\"version\":1.5}").refused(422, "invalid").naming("/version");
        complete("{\"data\":{},\"version\":1,\"as\":\"admin\"}")
                .refused(422, "invalid")
                .naming("/as");
        for (var data : List.of("null", "[1]", "\"yes\"", "7")) {
            complete("{\"data\":%s,\"version\":1}".formatted(data)).refused(422, "answers-refused");
        }
        complete(Map.of("data", Map.of("shoeSize", 44), "version", 1))
                .refused(422, "answers-refused")
                .naming("/shoeSize");
        complete(Map.of("data", Map.of("consentGiven", "perhaps"), "version", 1))
                .refused(422, "answers-refused")
                .naming("/consentGiven");
        complete(Map.of("data", Map.of("consentGiven", "no", "declineNote", "x".repeat(3_000)), "version", 1))
                .refused(422, "answers-refused")
                .naming("/declineNote");
        complete(Map.of("data", Map.of("consentGiven", "no", "declineNote", "x".repeat(10_000_000)), "version", 1))
                .refused(413, "too-large");
        before.isStillAll(jdbc);
        assertThat(openWork()).hasSize(1);
    }

    @Test
    void aStaleVersionIsToldWhatIsTheCaseNow() {
        caller.post(Caller.CLINICIAN, task + "/claim", "{}").is(200);
        var before = Stored.now(jdbc);
        complete(Map.of("data", DECLINED, "version", 1)).refused(409, "task-changed");
        before.isStillAll(jdbc);
    }

    @Test
    void whoMayNotSeeItIsNotToldThatItIsThere() {
        var before = Stored.now(jdbc);
        for (var other : List.of("clinician.no", "dispatcher.epicare", "expert1.bond", "sponsor.fi")) {
            caller.get(other, task).refused(404, "task-unknown");
            caller.get(other, task + "/form").refused(404, "task-unknown");
            caller.post(other, task + "/claim", "{}").refused(404, "task-unknown");
            caller.post(other, task + "/complete", Map.of("data", DECLINED, "version", 1))
                    .refused(404, "task-unknown");
        }
        caller.post("admin", task + "/complete", Map.of("data", DECLINED, "version", 1))
                .refused(403, "not-your-role");
        caller.post(Caller.CLINICIAN, "/api/v1/work-items/1/complete", Map.of("data", DECLINED, "version", 1))
                .refused(404, "task-unknown");
        caller.post(Caller.CLINICIAN, "/api/v1/work-items/x/complete", "{}").refused(404, "not-found");
        caller.post(Caller.CLINICIAN, "/api/v1/work-items/99999999999999999999/claim", "{}")
                .refused(404, "not-found");
        before.isStillAll(jdbc);
    }

    @Test
    void onlySomebodyWhoMayWorkItIsHandedIt() {
        caller.post(Caller.CLINICIAN, task + "/claim", "{}").is(200);
        for (var other : List.of("clinician.no", "nobody", "admin", "'; DROP TABLE work_item; --", "a\u0000b")) {
            caller.post(Caller.CLINICIAN, task + "/delegate", Map.of("to", other))
                    .refused(422, "task-not-for-them")
                    .naming("/to");
        }
        caller.post(Caller.CLINICIAN, task + "/delegate", Map.of("to", "x".repeat(81)))
                .refused(422, "invalid")
                .naming("/to");
        caller.post(Caller.CLINICIAN, task + "/delegate", "{\"to\":7}")
                .refused(422, "invalid")
                .naming("/to");
    }

    @Test
    void completedTwiceIsCompletedOnce() {
        complete(Map.of("data", DECLINED, "version", 1)).is(200);
        complete(Map.of("data", DECLINED, "version", 1)).is(200);
        complete(Map.of("data", Map.of("consentGiven", "no", "declineNote", "Another reason"), "version", 1))
                .refused(409, "task-done");
        caller.post(Caller.CLINICIAN, task + "/claim", "{}").refused(409, "task-done");
        assertThat(submissions()).isEqualTo(1);
    }

    @Test
    void ofManyAtTheSameMomentOneIsHeard() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(at -> (Callable<Integer>) () -> complete(Map.of(
                                    "data", Map.of("consentGiven", "no", "declineNote", "Reason " + at), "version", 1))
                            .status())
                    .toList();
            var answers = new java.util.ArrayList<Integer>();
            for (var one : people.invokeAll(tries)) {
                answers.add(one.get());
            }
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        }
        assertThat(submissions()).isEqualTo(1);
    }

    private long submissions() {
        return jdbc.sql("SELECT count(*) FROM submission WHERE case_id = ? AND form_id = 'record-consent'")
                .param(java.util.UUID.fromString(caseId))
                .query(Long.class)
                .single();
    }

    private JsonNode openWork() {
        return caller.get(Caller.CLINICIAN, "/api/v1/cases/" + caseId)
                .is(200)
                .json()
                .path("openWork");
    }

    private Caller.Answer complete(Object body) {
        return caller.post(Caller.CLINICIAN, task + "/complete", body);
    }
}
