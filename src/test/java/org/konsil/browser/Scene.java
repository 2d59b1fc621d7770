package org.konsil.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Caseload;
import org.konsil.journey.Door;
import org.konsil.journey.Script;

/** What has to be there so that each page has something to show: three cases on their way, two sessions, and what people did besides. */
final class Scene {

    static final String NETWORK = "epicare";
    static final String COORDINATOR = "coordinator." + NETWORK;
    static final String LEAD = "lead." + NETWORK;
    static final String LAST = "expert3." + NETWORK;

    private static final Patient PATIENT = Patient.on("epilepsy").getFirst();

    private final Door door;
    private final String fresh;
    private final String discussed;
    private final String advised;
    private final String message;
    private final String board;
    private final String poll;
    private final String session;

    Scene(int port) {
        door = Door.at(port);
        var cases = new Caseload(door, 3).each(List.of(untouched(), discussing(), advising()), Case::follow);
        fresh = cases.get(0);
        discussed = cases.get(1);
        advised = cases.get(2);
        message = written();
        board = board();
        poll = poll(board);
        session = held(board);
        lookWithReason();
        if (Album.isTakenAnew()) {
            othersWait(port);
        }
    }

    /** A case whose panel discusses it, and waits for one opinion. */
    String discussed() {
        return discussed;
    }

    /** A case whose advice was delivered and told. */
    String advised() {
        return advised;
    }

    /** One that was worded twice. */
    String message() {
        return message;
    }

    /** A session whose moment is not fixed yet. */
    String poll() {
        return poll;
    }

    /** A session that is being held, and speaks about the case. */
    String boardId() {
        return board;
    }

    String session() {
        return session;
    }

    /** How far a case goes before it is looked at. */
    private record Case(CaseDriver driver, Consumer<CaseDriver> way) {

        String follow() {
            way.accept(driver);
            return driver.caseId();
        }
    }

    private Case untouched() {
        return new Case(register(Script.straight()), driver -> driver.workUntil("record-consent"));
    }

    private Case discussing() {
        var script = story().but("expert-opinion", LAST, Script.NOTHING).but("lead-discussion", Script.NOTHING);
        return new Case(
                register(script),
                driver -> driver.workUntil(
                        "is discussed, and waits for one opinion",
                        now -> asks(now, "lead-discussion")
                                && asks(now, "expert-opinion")
                                && driver.log().stream()
                                                .filter(it -> it.startsWith("expert-opinion"))
                                                .count()
                                        == 2));
    }

    private Case advising() {
        var outcome = Map.<String, Object>of(
                "summary",
                "The panel advises GammaKnife radiosurgery. It spares speech, and two centres offer it.",
                "travelNeeded",
                "no");
        return new Case(register(story().but("draft-outcome", outcome)), CaseDriver::workUntilQuiet);
    }

    private static Script story() {
        return Beforehand.answers(PATIENT, NETWORK, List.of("expert1." + NETWORK, "expert2." + NETWORK, LAST));
    }

    private CaseDriver register(Script script) {
        var named = "HUS-2026-" + UUID.randomUUID().toString().substring(0, 4);
        var answers = PATIENT.registration().put("pseudonym", named);
        return CaseDriver.register(door, PATIENT.clinician(), answers, script);
    }

    /** So that the lists of the pictures are such as one meets. */
    private static void othersWait(int port) {
        var before = new Beforehand(port);
        var others = Stream.of("neuromuscular", "vascular")
                .flatMap(ward -> Patient.on(ward).stream())
                .toList();
        new Caseload(before.door(), 4)
                .each(
                        others,
                        patient -> before.register(patient, Beforehand.answers(patient, NETWORK, List.of()))
                                .workUntil("triage"));
        for (var taken = 0; taken < 3; taken++) {
            before.door().as(COORDINATOR).post("/api/v1/work-items/next", Map.of());
        }
    }

    private static boolean asks(JsonNode now, String form) {
        return now.path("openWork").findValuesAsText("formId").contains(form);
    }

    String task(String caseId, String form) {
        var open = door.as("clinician.fi")
                .get("/api/v1/cases/" + caseId)
                .expect(200)
                .body()
                .path("openWork");
        return StreamSupport.stream(open.spliterator(), false)
                .filter(item -> item.path("formId").asText().equals(form))
                .findFirst()
                .orElseThrow()
                .path("taskKey")
                .asText();
    }

    private String written() {
        var thread = "/api/v1/cases/" + discussed + "/discussion";
        var expert = door.as("expert1." + NETWORK);
        var id = expert.post(thread, Map.of("text", "Has the brother been examined?", "question", true))
                .expect(201)
                .body()
                .path("id")
                .asText();
        expert.put(thread + "/" + id, Map.of("text", "Has his brother been examined?"))
                .expect(200);
        return id;
    }

    private String board() {
        var board = UUID.randomUUID().toString();
        var today = LocalDate.ofInstant(door.clock().instant(), ZoneOffset.UTC);
        door.as(COORDINATOR)
                .post(
                        "/api/v1/boards",
                        Map.of(
                                "id",
                                board,
                                "network",
                                NETWORK,
                                "rhythm",
                                "weekly",
                                "every",
                                1,
                                "weekday",
                                "tuesday",
                                "firstDay",
                                today.toString(),
                                "time",
                                "14:00",
                                "slots",
                                8,
                                "slotMinutes",
                                15,
                                "videoLink",
                                "https://room.example/epilepsy"))
                .expect(201);
        return board;
    }

    private String poll(String board) {
        var now = door.clock().instant().truncatedTo(ChronoUnit.HOURS);
        var moments = Stream.of(7, 8)
                .map(Duration::ofDays)
                .map(ahead -> now.plus(ahead).toString())
                .toList();
        return door.as(COORDINATOR)
                .post("/api/v1/boards/" + board + "/poll", Map.of("moments", moments))
                .expect(201)
                .body()
                .path("id")
                .asText();
    }

    private String held(String board) {
        var coordinator = door.as(COORDINATOR);
        coordinator
                .post("/api/v1/boards/" + board + "/plan", Map.of("ahead", 1))
                .expect(200);
        var all = coordinator
                .get("/api/v1/boards/sessions")
                .expect(200)
                .body()
                .path("items")
                .spliterator();
        var session = StreamSupport.stream(all, false)
                .filter(it -> it.path("state").asText().equalsIgnoreCase("fixed"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        var path = "/api/v1/boards/sessions/" + session;
        coordinator.put(path + "/agenda/" + discussed, Map.of()).expect(200);
        coordinator.post(path + "/begin", Map.of());
        coordinator.post(path + "/agenda/" + discussed + "/call", Map.of()).expect(200);
        return session;
    }

    /** @return an act by which {@code clinician.fi} claimed many tasks at once */
    String claimed() {
        var act = UUID.randomUUID().toString();
        door.as("clinician.fi")
                .post(
                        "/api/v1/work-items/bulk",
                        Map.of("id", act, "tasks", List.of(task(fresh, "record-consent")), "deed", "claim"))
                .expect(200);
        return act;
    }

    private void lookWithReason() {
        door.as("auditor")
                .post(
                        "/api/v1/cases/" + advised + "/openings",
                        Map.of("reason", "The hospital asks what was advised, and by whom."))
                .expect(201);
    }
}
