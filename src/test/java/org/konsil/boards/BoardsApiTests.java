package org.konsil.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.interim.InterimReports;
import org.konsil.panel.PanelStory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** A network's regular session over HTTP, from opening the board to the minutes. */
@HouseTest
@Import({PanelStory.class, BoardStory.class})
class BoardsApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COORDINATOR = "coordinator.epicare";
    private static final String EXPERT = "expert1.epicare";

    /** What came back. */
    private record Answer(int status, JsonNode json, String text) {

        JsonNode is(int wanted) {
            assertThat(status).as(text).isEqualTo(wanted);
            return json;
        }

        void refused(int wanted, String code) {
            assertThat(is(wanted).path("code").asText()).as(text).isEqualTo(code);
            assertThat(json.path("do").asText()).isNotBlank();
        }
    }

    @Autowired
    BoardStory scene;

    @Autowired
    InterimReports reports;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    @BeforeEach
    void nothingWaits() {
        scene.nothingWaits();
    }

    @Test
    void aBoardIsOpenedOnceItsNextMomentsArePlannedOnceAndItIsClosed() throws Exception {
        var id = UUID.randomUUID();
        var before = sessions(COORDINATOR);

        assertThat(call("POST", COORDINATOR, "", board(id)).is(201).path("rule").asText())
                .isEqualTo("FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU");
        call("POST", COORDINATOR, "", board(id)).is(201);
        assertThat(call("GET", COORDINATOR, "", null).is(200).path("items").findValuesAsText("id"))
                .containsOnlyOnce(id.toString());

        assertThat(call("POST", COORDINATOR, "/" + id + "/plan", Map.of("ahead", 2))
                        .is(200)
                        .path("added")
                        .asInt())
                .isEqualTo(2);
        assertThat(call("POST", COORDINATOR, "/" + id + "/plan", Map.of("ahead", 2))
                        .is(200)
                        .path("added")
                        .asInt())
                .isZero();
        assertThat(sessions(COORDINATOR)).isEqualTo(before + 2);

        var changed = new HashMap<String, Object>(board(id));
        changed.keySet().removeAll(List.of("id", "network"));
        changed.putAll(Map.of("version", 0, "name", "Surgery", "zone", "Europe/Helsinki", "fillDays", 7));
        var now = call("PUT", COORDINATOR, "/" + id, changed).is(200);
        assertThat(now.path("version").asInt()).isOne();
        assertThat(now.path("zone").asText()).isEqualTo("Europe/Helsinki");
        call("PUT", COORDINATOR, "/" + id, changed).is(200);
        changed.put("name", "Genetics");
        call("PUT", COORDINATOR, "/" + id, changed).refused(409, "board-changed-meanwhile");
        changed.put("zone", "Europe/Atlantis");
        call("PUT", COORDINATOR, "/" + id, changed).refused(422, "board-rhythm");

        call("DELETE", COORDINATOR, "/" + id, null).is(204);
        assertThat(call("GET", COORDINATOR, "", null).is(200).path("items").findValuesAsText("id"))
                .doesNotContain(id.toString());
    }

    @Test
    void whatMakesNoSenseIsRefusedFieldByField() throws Exception {
        var odd = Map.of("id", UUID.randomUUID(), "network", "Epi care", "rhythm", "daily", "every", 0);
        var said = call("POST", COORDINATOR, "", odd).is(422);
        assertThat(said.path("errors").findValuesAsText("pointer"))
                .contains("/network", "/rhythm", "/every", "/weekday", "/firstDay", "/time");

        var longAgo = new HashMap<String, Object>(board(UUID.randomUUID()));
        longAgo.put("firstDay", "-9999-01-01");
        call("POST", COORDINATOR, "", longAgo).refused(422, "board-rhythm");
        var elsewhere = new HashMap<String, Object>(board(UUID.randomUUID()));
        elsewhere.put("network", "bond");
        call("POST", COORDINATOR, "", elsewhere).refused(404, "board-unknown");
    }

    @Test
    void theMomentIsFoundByAsking() throws Exception {
        var caseId = scene.ready();
        var board = scene.open(UUID.randomUUID(), 2);
        var early = soon(31);
        var late = soon(52);
        var session = call("POST", COORDINATOR, "/" + board.id() + "/poll", Map.of("moments", List.of(early, late)))
                .is(201)
                .path("id")
                .asText();
        call("PUT", COORDINATOR, "/sessions/" + session + "/agenda/" + caseId, null)
                .is(200);

        call("PUT", EXPERT, "/sessions/" + session + "/answers", answers(early, "maybe"))
                .is(204);
        call("PUT", EXPERT, "/sessions/" + session + "/answers", answers(early, "no"))
                .is(204);
        call("PUT", EXPERT, "/sessions/" + session + "/answers", answers(early, "perhaps"))
                .is(422);
        call("PUT", "expert7.rnd", "/sessions/" + session + "/answers", answers(early, "yes"))
                .refused(404, "board-unknown");
        var shown = call("GET", EXPERT, "/sessions/" + session, null).is(200);
        assertThat(shown.path("moments")).hasSize(2);
        assertThat(shown.path("guests")).anySatisfy(guest -> {
            assertThat(guest.path("userId").asText()).isEqualTo(EXPERT);
            assertThat(guest.path("zone").asText()).contains("/");
            assertThat(guest.path("said").findValuesAsText("can")).containsExactly("no");
        });

        call("PUT", EXPERT, "/sessions/" + session + "/moment", Map.of("moment", late))
                .refused(403, "not-your-role");
        var fixed = call("PUT", COORDINATOR, "/sessions/" + session + "/moment", Map.of("moment", late))
                .is(200);
        assertThat(fixed.path("state").asText()).isEqualTo("fixed");
        assertThat(fixed.path("sequence").asInt()).isEqualTo(1);
        assertThat(call("GET", EXPERT, "/sessions/" + session + "/invitation.ics", null)
                        .text())
                .contains("METHOD:REQUEST", "SEQUENCE:1");
        assertThat(call("POST", COORDINATOR, "/sessions/" + session + "/cancel", null)
                        .is(200)
                        .path("state")
                        .asText())
                .isEqualTo("canceled");
    }

    @Test
    void aBoardAndItsSessionsBeginToTheMinute() throws Exception {
        var said = new HashMap<String, Object>(board(UUID.randomUUID()));
        said.put("time", "14:00:30");
        assertThat(call("POST", COORDINATOR, "", said).is(201).path("time").asText())
                .startsWith("14:00")
                .doesNotContain("30");

        var board = scene.open(UUID.randomUUID(), 2);
        var early = soon(33).plusSeconds(30);
        var asked = Map.<String, Object>of("moments", List.of(early, soon(54).plusNanos(1)));
        var session = call("POST", COORDINATOR, "/" + board.id() + "/poll", asked)
                .is(201)
                .path("id")
                .asText();
        var path = "/sessions/" + session + "/moment";
        var fixed = call("PUT", COORDINATOR, path, Map.of("moment", early)).is(200);
        assertThat(Instant.parse(fixed.path("startsAt").asText())).isEqualTo(soon(33));
        for (var again : List.of(early, soon(33), soon(33).plusNanos(1))) {
            assertThat(call("PUT", COORDINATOR, path, Map.of("moment", again))
                            .is(200)
                            .path("sequence")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void aSessionIsTwoYearsAheadAtMost() throws Exception {
        var board = scene.open(UUID.randomUUID(), 2);
        var far = soon(24 * 732);
        var session = scene.planned(board).id();

        for (var moment : List.of(far, Instant.MAX)) {
            call("POST", COORDINATOR, "/" + board.id() + "/poll", Map.of("moments", List.of(soon(34), moment)))
                    .refused(422, "board-too-far");
            call("PUT", COORDINATOR, "/sessions/" + session + "/moment", Map.of("moment", moment))
                    .refused(422, "board-too-far");
        }
        call("PUT", COORDINATOR, "/sessions/" + session + "/moment", Map.of("moment", Instant.MIN))
                .refused(422, "board-moment");
        call(
                        "POST",
                        COORDINATOR,
                        "/" + board.id() + "/poll",
                        Map.of("moments", List.of(soon(35), soon(35).plusMillis(1))))
                .refused(422, "board-moment");
    }

    @Test
    void aClosedBoardPlansNoMoreSessions() throws Exception {
        var board = scene.open(UUID.randomUUID(), 2);
        var kept = scene.planned(board).id();
        call("DELETE", COORDINATOR, "/" + board.id(), null).is(204);
        var before = sessions(COORDINATOR);

        call("POST", COORDINATOR, "/" + board.id() + "/plan", Map.of("ahead", 2))
                .refused(409, "board-closed");
        call("POST", COORDINATOR, "/" + board.id() + "/poll", Map.of("moments", List.of(soon(36), soon(37))))
                .refused(409, "board-closed");
        web.perform(post("/boards/" + board.id() + "/plan")
                        .with(user(COORDINATOR).roles("COORDINATOR"))
                        .with(csrf()))
                .andExpect(status().isConflict());
        assertThat(sessions(COORDINATOR)).isEqualTo(before);

        call("PUT", COORDINATOR, "/sessions/" + kept + "/moment", Map.of("moment", soon(38)))
                .is(200);
    }

    @Test
    void theAgendaFillsWithReasonsAndIsPutInOrder() throws Exception {
        var one = scene.ready();
        var two = scene.ready();
        var three = scene.ready();
        var meeting = scene.planned(scene.open(UUID.randomUUID(), 3));
        var agenda = "/sessions/" + meeting.id() + "/agenda";

        var waiting =
                call("GET", COORDINATOR, agenda + "/waiting", null).is(200).path("items");
        assertThat(waiting.findValuesAsText("caseId"))
                .containsExactly(one.toString(), two.toString(), three.toString());
        assertThat(waiting.get(0).path("prepared").path("complete").asBoolean()).isTrue();
        assertThat(waiting.get(0).path("prepared").path("opinions").asInt()).isEqualTo(3);
        assertThat(waiting.get(0).path("urgency").asText()).isEqualTo("routine");

        assertThat(call("POST", COORDINATOR, agenda + "/fill", null)
                        .is(200)
                        .path("added")
                        .asInt())
                .isEqualTo(3);
        for (var time = 0; time < 2; time++) {
            assertThat(call("PUT", COORDINATOR, agenda + "/order", Map.of("cases", List.of(three, one)))
                            .is(200)
                            .path("items")
                            .findValuesAsText("caseId"))
                    .containsExactly(three.toString(), two.toString(), one.toString());
        }
        call("PUT", COORDINATOR, agenda + "/order", Map.of("cases", List.of(UUID.randomUUID())))
                .refused(409, "board-not-on-agenda");
        call("DELETE", COORDINATOR, agenda + "/" + two, null).is(204);
        call("DELETE", COORDINATOR, agenda + "/" + two, null).is(204);
        call("POST", COORDINATOR, agenda + "/" + two + "/call", null).refused(409, "board-too-late");

        call("POST", COORDINATOR, "/sessions/" + meeting.id() + "/begin", null).is(200);
        call("POST", COORDINATOR, agenda + "/" + two + "/call", null).refused(409, "board-not-on-agenda");
        assertThat(call("POST", COORDINATOR, agenda + "/" + one + "/call", null)
                        .is(200)
                        .path("items")
                        .findValuesAsText("state"))
                .containsExactly("waiting", "now");
        call("POST", EXPERT, agenda + "/fill", null).refused(403, "not-your-role");
        call("GET", "coordinator.rnd", agenda + "/waiting", null).refused(404, "board-unknown");
    }

    @Test
    void minutesAreKeptOnceByTheCoordinatorAndReadByThePanel() throws Exception {
        var caseId = scene.ready();
        var meeting = scene.planned(scene.open(UUID.randomUUID(), 2));
        call("PUT", COORDINATOR, "/sessions/" + meeting.id() + "/agenda/" + caseId, null)
                .is(200);
        call("POST", COORDINATOR, "/sessions/" + meeting.id() + "/begin", null).is(200);
        var minutes = Map.of(
                "attendees",
                List.of("lead.epicare", "clinician.fi"),
                "points",
                "The MRI of March was shown.",
                "decisions",
                "Operate",
                "interimAdvice",
                "Keep clobazam.");
        var path = "/api/v1/cases/" + caseId + "/session/" + meeting.id() + "/minutes";

        send("PUT", COORDINATOR, path, Map.of("points", "Nobody was there.")).refused(422, "board-no-minutes");
        send("PUT", COORDINATOR, path, Map.of("points", "x".repeat(20_001))).is(422);
        send("PUT", EXPERT, path, minutes).refused(404, "board-unknown");
        send("PUT", COORDINATOR, path, minutes).is(200);
        send("PUT", COORDINATOR, path, minutes).refused(409, "board-minutes-kept");

        var read = send("GET", EXPERT, path, null).is(200);
        assertThat(read.path("state").asText()).isEqualTo("done");
        assertThat(read.path("writtenBy").asText()).isEqualTo(COORDINATOR);
        assertThat(read.path("minutes").path("decisions").asText()).isEqualTo("Operate");
        assertThat(read.path("minutes").path("attendees")).hasSize(1);
        assertThat(reports.of(caseId).getLast().advice()).isEqualTo("Keep clobazam.");
        assertThat(send("GET", "clinician.fi", path, null).status()).isEqualTo(403);
    }

    @Test
    void ofAnothersCaseTheAgendaSaysOnlyThatThereIsOne() throws Exception {
        var own = scene.ready();
        var meeting = scene.planned(scene.open(UUID.randomUUID(), 2));
        call("PUT", COORDINATOR, "/sessions/" + meeting.id() + "/agenda/" + own, null)
                .is(200);
        scene.leaves(own, EXPERT);

        var shown = call("GET", EXPERT, "/sessions/" + meeting.id(), null);

        assertThat(shown.is(200).path("agenda")).hasSize(1);
        assertThat(shown.json().path("agenda").get(0).properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("place", "at", "state");
    }

    private static Map<String, Object> board(UUID id) {
        return Map.of(
                "id",
                id,
                "network",
                "epicare",
                "rhythm",
                "monthly",
                "every",
                1,
                "weekOfMonth",
                2,
                "weekday",
                "tuesday",
                "firstDay",
                "2026-01-01",
                "time",
                "14:00",
                "slots",
                8,
                "slotMinutes",
                15);
    }

    private static Map<String, Object> answers(Instant moment, String can) {
        return Map.of("answers", List.of(Map.of("moment", moment.toString(), "can", can)));
    }

    private int sessions(String account) throws Exception {
        return call("GET", account, "/sessions", null).is(200).path("items").size();
    }

    private Instant soon(int hours) {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(hours));
    }

    private Answer call(String method, String account, String path, @Nullable Object body) throws Exception {
        return send(method, account, "/api/v1/boards" + path, body);
    }

    private Answer send(String method, String account, String path, @Nullable Object body) throws Exception {
        var asked = request(HttpMethod.valueOf(method), path).with(httpBasic(account, "konsil-demo"));
        if (body != null) {
            asked.contentType(MediaType.APPLICATION_JSON).content(text(body));
        }
        var reply = web.perform(asked).andReturn().getResponse();
        var text = reply.getContentAsString();
        return new Answer(
                reply.getStatus(), text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode(), text);
    }

    private static byte[] text(Object body) throws Exception {
        return JSON.writeValueAsBytes(plain(body));
    }

    /** Moments and cases as they stand in JSON. */
    private static Object plain(Object body) {
        return switch (body) {
            case Map<?, ?> map -> {
                var plain = new HashMap<String, Object>();
                map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
                yield plain;
            }
            case List<?> list -> list.stream().map(BoardsApiTests::plain).toList();
            case Number number -> number;
            default -> String.valueOf(body);
        };
    }
}
