package org.konsil.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.konsil.Onni;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Door;
import org.konsil.journey.Script;

/** What has to be there so that each page has something to show: three cases on their way, a session, an import, and what people did besides. */
final class Tour {

    private static final String NETWORK = "epicare";
    private static final String COORDINATOR = "coordinator." + NETWORK;
    private static final String LEAD = "lead." + NETWORK;
    private static final String LAST = "expert3." + NETWORK;

    private final Door door;
    private final Stop[] stops;

    /**
     * A page to look at.
     *
     * @param route as the program knows it
     * @param account empty: of nobody
     */
    record Stop(String route, String account, String path) {

        @Override
        public String toString() {
            return route;
        }
    }

    /** @param theImport of some files, opened by {@code clinician.fi} */
    Tour(int port, String theImport) {
        door = Door.at(port);
        var cases = Stream.of(untouched(), discussed(), advised())
                .parallel()
                .map(Case::follow)
                .toList();
        var fresh = cases.get(0);
        var discussed = cases.get(1);
        var advised = cases.get(2);
        var opinion = task(discussed, "expert-opinion");
        var message = message(discussed);
        var session = session(discussed);
        lookWithReason(advised);
        if (Album.isTakenAnew()) {
            othersWait(port);
        }
        stops = new Stop[] {
            new Stop("/sign-in", "", "/sign-in"),
            clinician("/sign-in/again", "/sign-in/again?back=/work"),
            clinician("/", "/"),
            clinician("/cases", "/cases"),
            clinician("/cases/new", "/cases/new"),
            clinician("/cases/import", "/cases/import"),
            clinician("/cases/import/{id}", theImport),
            clinician("/cases/{caseId}", "/cases/" + advised),
            clinician("/cases/{caseId}/history", "/cases/" + advised + "/history?everything=true"),
            clinician("/cases/{caseId}/outcome", "/cases/" + advised + "/outcome"),
            clinician("/cases/{caseId}/letters", "/cases/" + advised + "/letters"),
            clinician("/cases/{caseId}/consent", "/cases/" + discussed + "/consent"),
            clinician("/cases/{caseId}/report/{event}", "/cases/" + discussed + "/report/urgency-changed"),
            clinician("/news", "/news"),
            clinician("/news/mail", "/news/mail"),
            clinician("/design", "/design"),
            clinician("/work/bulk/{id}", "/work/bulk/" + claimed(task(fresh, "record-consent"))),
            new Stop("/cases/{caseId}/rights", "dpo.fi", "/cases/" + advised + "/rights"),
            new Stop("/cases/{caseId}/rights/new", "dpo.fi", "/cases/" + advised + "/rights/new"),
            new Stop("/cases/{caseId}/rights/readers", "dpo.fi", "/cases/" + advised + "/rights/readers"),
            new Stop("/openings", "dpo.fi", "/openings"),
            new Stop("/records-of-processing", "owner", "/records-of-processing"),
            new Stop("/cases/{caseId}/open", "auditor", "/cases/" + discussed + "/open"),
            new Stop("/audit", "auditor", "/audit"),
            new Stop("/mail", "admin", "/mail"),
            coordinator("/overview", "/overview"),
            coordinator("/indicators", "/indicators"),
            coordinator("/work", "/work"),
            coordinator("/work/available", "/work/available"),
            coordinator("/work/cases", "/work/cases"),
            coordinator("/work/team", "/work/team"),
            coordinator("/work/all", "/work/all?stage=assess&network=" + NETWORK),
            coordinator("/work/look", "/work/look"),
            coordinator("/work/keys", "/work/keys"),
            coordinator("/absences", "/absences"),
            coordinator("/expertise", "/expertise"),
            coordinator("/expertise/{expert}", "/expertise/" + LAST),
            coordinator("/boards", "/boards"),
            coordinator("/boards/sessions/{session}", "/boards/sessions/" + session),
            coordinator("/cases/{caseId}/session/{session}", "/cases/" + discussed + "/session/" + session),
            coordinator("/cases/{caseId}/panel", "/cases/" + discussed + "/panel"),
            coordinator("/cases/{caseId}/panel/proposal", "/cases/" + discussed + "/panel/proposal"),
            new Stop("/tasks/{taskKey}", LEAD, "/tasks/" + task(discussed, "lead-discussion")),
            new Stop("/tasks/{taskKey}/brief", LAST, "/tasks/" + opinion + "/brief"),
            new Stop("/cases/{caseId}/opinion", "expert1." + NETWORK, "/cases/" + discussed + "/opinion"),
            new Stop(
                    "/cases/{caseId}/discussion/{message}",
                    "expert1." + NETWORK,
                    "/cases/" + discussed + "/discussion/" + message)
        };
    }

    List<Stop> stops() {
        return List.of(stops);
    }

    private static Stop clinician(String route, String path) {
        return new Stop(route, "clinician.fi", path);
    }

    private static Stop coordinator(String route, String path) {
        return new Stop(route, COORDINATOR, path);
    }

    /** How far a case goes before it is looked at. */
    private record Case(CaseDriver driver, java.util.function.Consumer<CaseDriver> way) {

        String follow() {
            way.accept(driver);
            return driver.caseId();
        }
    }

    private Case untouched() {
        return new Case(register(Script.straight()), driver -> driver.workUntil("record-consent"));
    }

    private Case discussed() {
        var script = Script.straight()
                .but(
                        "convene-panel",
                        Map.of("lead", LEAD, "experts", List.of("expert1." + NETWORK, "expert2." + NETWORK, LAST)))
                .but("expert-opinion", LAST, Script.NOTHING)
                .but("lead-discussion", Script.NOTHING);
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

    private Case advised() {
        return new Case(register(Script.straight()), CaseDriver::workUntilQuiet);
    }

    private CaseDriver register(Script script) {
        return CaseDriver.register(door, "clinician.fi", Onni.answers(), script);
    }

    /** So that the lists of the pictures are such as one meets. */
    private static void othersWait(int port) {
        var before = new Beforehand(port);
        Stream.of("neuromuscular", "vascular")
                .flatMap(ward -> Patient.on(ward).stream())
                .parallel()
                .forEach(patient -> before.register(patient, Beforehand.answers(patient, NETWORK, List.of()))
                        .workUntil("triage"));
    }

    private static boolean asks(JsonNode now, String form) {
        return now.path("openWork").findValuesAsText("formId").contains(form);
    }

    private String task(String caseId, String form) {
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

    /** One that was worded twice. */
    private String message(String caseId) {
        var thread = "/api/v1/cases/" + caseId + "/discussion";
        var expert = door.as("expert1." + NETWORK);
        var id = expert.post(thread, Map.of("text", "Has the brother been examined?", "question", true))
                .expect(201)
                .body()
                .path("id")
                .asText();
        expert.put(thread + "/" + id, Map.of("text", "Has his brother been examined?")).expect(200);
        return id;
    }

    /** At one of two moments, with the case on its agenda. */
    private String session(String caseId) {
        var coordinator = door.as(COORDINATOR);
        var board = UUID.randomUUID().toString();
        var now = door.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        coordinator
                .post(
                        "/api/v1/boards",
                        Map.of(
                                "id", board,
                                "network", NETWORK,
                                "rhythm", "weekly",
                                "every", 1,
                                "weekday", "tuesday",
                                "firstDay", LocalDate.ofInstant(now, ZoneOffset.UTC).toString(),
                                "time", "14:00",
                                "slots", 8,
                                "slotMinutes", 15,
                                "videoLink", "https://room.example/epilepsy"))
                .expect(201);
        var moments = List.of(
                now.plus(Duration.ofDays(7)).toString(),
                now.plus(Duration.ofDays(8)).toString());
        var session = coordinator
                .post("/api/v1/boards/" + board + "/poll", Map.of("moments", moments))
                .expect(201)
                .body()
                .path("id")
                .asText();
        coordinator
                .put("/api/v1/boards/sessions/" + session + "/agenda/" + caseId, Map.of())
                .expect(200);
        return session;
    }

    private String claimed(String task) {
        var act = UUID.randomUUID().toString();
        door.as("clinician.fi")
                .post("/api/v1/work-items/bulk", Map.of("id", act, "tasks", List.of(task), "deed", "claim"))
                .expect(200);
        return act;
    }

    private void lookWithReason(String caseId) {
        door.as("auditor")
                .post(
                        "/api/v1/cases/" + caseId + "/openings",
                        Map.of("reason", "The hospital asks what was advised, and by whom."))
                .expect(201);
    }
}
