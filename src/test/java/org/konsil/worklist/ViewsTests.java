package org.konsil.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.HouseTest;
import org.konsil.desk.SomeCases;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Lists to come back to, the next best task, and lists to take away. */
@HouseTest
@Import(Desk.class)
class ViewsTests {

    private static final Pattern VIEW =
            Pattern.compile("<a href=\"([^\"]+)\">([^<]+)</a> <b class=\"tag plain\">(\\d+)</b>");
    private static final String ONE = "dispatcher.epicare";
    private static final String GROUP = "dispatcher:epicare";
    private static final String LUNG = "dispatcher:lung";

    @TempDir
    Path folder;

    @Autowired
    Desk desk;

    @Autowired
    Views views;

    @Autowired
    NextTask nextTask;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @AfterEach
    void noViews() {
        jdbc.sql("DELETE FROM queue_view").update();
    }

    @Test
    void aViewIsSeenByItsOwnerAloneUnlessItIsShared() throws Exception {
        desk.send(ONE, "/work/views", "list", "available", "country", "fi", "sort", "-due")
                .andExpect(redirectedUrl("/work/available?country=fi&sort=-due"));
        assertThat(desk.page(ONE, "/work")).contains("Available work, Country: Finland");
        assertThat(desk.page("coordinator.epicare", "/work")).doesNotContain("Available work, Country: Finland");

        desk.send(ONE, "/work/views", "list", "all", "urgency", "urgent", "shared", GROUP);
        assertThat(desk.page("coordinator.epicare", "/work")).contains("All, Urgency: Urgent");
        assertThat(desk.page("dispatcher.bond", "/work")).doesNotContain("All, Urgency: Urgent");
        desk.send(ONE, "/work/views", "list", "all", "shared", "dispatcher:bond")
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void aViewIsCalledAsItsOwnerWantsAndOthersWhoSeeItReadTheSameName() throws Exception {
        desk.send(ONE, "/work/views", "list", "all", "urgency", "urgent", "shared", GROUP, "name", " Every  Monday ");
        assertThat(desk.page(ONE, "/work")).contains(">Every Monday</a>", "All, Urgency: Urgent");
        assertThat(desk.page("coordinator.epicare", "/work")).contains(">Every Monday</a>");
        assertThat(jdbc.sql("SELECT name FROM queue_view").query(byte[].class).single())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("Monday");

        var id = onlyView();
        desk.send(ONE, "/work/views/" + id + "/name", "name", "Every Tuesday").andExpect(redirectedUrl("/work"));
        assertThat(desk.page("coordinator.epicare", "/work"))
                .contains(">Every Tuesday</a>")
                .doesNotContain("Every Monday");
        // only its owner names it
        desk.send("coordinator.epicare", "/work/views/" + id + "/name", "name", "Mine now");
        assertThat(desk.page(ONE, "/work")).contains(">Every Tuesday</a>");

        desk.send(ONE, "/work/views/" + id + "/name", "name", " ");
        assertThat(desk.page(ONE, "/work")).contains(">All, Urgency: Urgent</a>");
    }

    @Test
    void whoMadeAViewSaysLaterWhoSeesIt() throws Exception {
        desk.send(ONE, "/work/views", "list", "all", "urgency", "urgent", "name", "Urgent ones");
        var id = onlyView();
        assertThat(desk.page("coordinator.epicare", "/work")).doesNotContain("Urgent ones");

        desk.send(ONE, "/work/views/" + id + "/shared", "shared", GROUP).andExpect(redirectedUrl("/work"));
        assertThat(desk.page("coordinator.epicare", "/work")).contains(">Urgent ones</a>");
        assertThat(desk.page(ONE, "/work"))
                .contains("action=\"/work/views/" + id + "/shared\"")
                .containsPattern("value=\"" + GROUP + "\" selected");

        // nobody else does, and with no group but one's own
        desk.send("coordinator.epicare", "/work/views/" + id + "/shared", "shared", "");
        assertThat(shared(id)).isEqualTo(GROUP);
        desk.send(ONE, "/work/views/" + id + "/shared", "shared", "dispatcher:bond")
                .andExpect(status().isUnprocessableEntity());
        assertThat(shared(id)).isEqualTo(GROUP);

        desk.send(ONE, "/work/views/" + id + "/shared", "shared", "").andExpect(redirectedUrl("/work"));
        assertThat(desk.page("coordinator.epicare", "/work")).doesNotContain("Urgent ones");
    }

    @Test
    void theVerySameListIsNotKeptTwiceForTheSamePeople() throws Exception {
        desk.send(ONE, "/work/views", "list", "all", "urgency", "urgent", "shared", GROUP);
        var shared = onlyView();
        desk.send(ONE, "/work/views", "list", "all", "urgency", "urgent");

        desk.send(ONE, "/work/views/" + shared + "/shared", "shared", "")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("You keep the very same list")));
        assertThat(shared(shared)).isEqualTo(GROUP);
        desk.send(ONE, "/work/views/" + shared + "/shared", "shared", GROUP).andExpect(redirectedUrl("/work"));
    }

    @Test
    void programsSaveRenameShareAndForgetViewsToo() throws Exception {
        var kept = call(
                        ONE,
                        HttpMethod.POST,
                        "",
                        "{\"list\": \"all\", \"filter\": {\"urgency\": \"urgent\"}, \"name\": \"Urgent ones\"}")
                .andExpect(status().isOk());
        var id = onlyView();
        kept.andExpect(jsonPath("$.id").value(id.toString()));
        call(ONE, HttpMethod.PUT, "/" + id + "/sharing", "{\"group\": \"" + GROUP + "\"}")
                .andExpect(status().isNoContent());
        call(ONE, HttpMethod.PUT, "/" + id + "/name", "{\"name\": \"At once\"}").andExpect(status().isNoContent());

        call("coordinator.epicare", HttpMethod.GET, "", "")
                .andExpect(jsonPath("$.items[0].name").value("At once"))
                .andExpect(jsonPath("$.items[0].group").value(GROUP))
                .andExpect(jsonPath("$.items[0].filter.urgency").value("urgent"))
                .andExpect(jsonPath("$.items[0].own").value(false));
        for (var path : List.of("/sharing", "/name")) {
            call("coordinator.epicare", HttpMethod.PUT, "/" + id + path, "{}").andExpect(status().isNotFound());
        }
        call(ONE, HttpMethod.PUT, "/" + id + "/sharing", "{\"group\": \"dispatcher:bond\"}")
                .andExpect(status().isUnprocessableEntity());
        call("coordinator.epicare", HttpMethod.DELETE, "/" + id, "");
        assertThat(shared(id)).isEqualTo(GROUP);
        call(ONE, HttpMethod.PUT, "/" + id + "/sharing", "{}").andExpect(status().isNoContent());
        assertThat(shared(id)).isEmpty();
        call(ONE, HttpMethod.DELETE, "/" + id, "").andExpect(status().isNoContent());
        call(ONE, HttpMethod.GET, "", "").andExpect(jsonPath("$.items").isEmpty());
    }

    private ResultActions call(String reader, HttpMethod method, String path, String body) throws Exception {
        return web.perform(request(method, "/api/v1/work-views" + path)
                .with(httpBasic(reader, "konsil-demo"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String shared(UUID id) {
        return jdbc.sql("SELECT shared FROM queue_view WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void twoViewsOfOneNameAreRefusedAndTheRefusalSaysWhy() throws Exception {
        desk.send(ONE, "/work/views", "list", "all", "shared", GROUP, "name", "Late");
        var first = onlyView();
        desk.send(ONE, "/work/views", "list", "mine", "name", "late")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("There is a view of that name already")));
        // nor one that a colleague shares
        desk.send("coordinator.epicare", "/work/views", "list", "mine", "name", "Late")
                .andExpect(status().isConflict());
        assertThat(onlyView()).isEqualTo(first);

        desk.send(ONE, "/work/views", "list", "mine", "name", "Early");
        desk.send(ONE, "/work/views/" + first + "/name", "name", "EARLY").andExpect(status().isConflict());
        desk.send(ONE, "/work/views/" + first + "/name", "name", "LATE").andExpect(redirectedUrl("/work"));
        desk.send(ONE, "/work/views/" + first + "/name", "name", "x".repeat(61))
                .andExpect(status().isUnprocessableEntity());
        assertThat(desk.page(ONE, "/work")).contains(">LATE</a>", ">Early</a>");
    }

    @Test
    void aPersonCannotGiveOneNameTwiceAtTheSameMoment() throws Exception {
        desk.send(ONE, "/work/views", "list", "all", "sort", "-due");
        desk.send(ONE, "/work/views", "list", "mine", "sort", "-due");
        var ids = jdbc.sql("SELECT id FROM queue_view").query(UUID.class).list();
        var together = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = ids.stream()
                    .map(id -> both.submit(() -> {
                        together.await();
                        try {
                            views.rename(id, "Mornings", desk.person(ONE));
                            return "done";
                        } catch (Refusal refusal) {
                            return refusal.code();
                        }
                    }))
                    .toList();
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder("done", "view-name-taken");
        }
    }

    @Test
    void theNumberBesideAViewIsThatOfItsLines() throws Exception {
        var caseId = desk.aCase();
        for (var priority : new int[] {50, 50, 80}) {
            desk.aTask(caseId, null, priority, GROUP);
        }
        var keys = List.of("list", "available", "caseId", caseId.toString());
        desk.send(ONE, "/work/views", keys.get(0), keys.get(1), keys.get(2), keys.get(3), "name", "All three");
        desk.send(
                ONE,
                "/work/views",
                keys.get(0),
                keys.get(1),
                keys.get(2),
                keys.get(3),
                "priority",
                "high",
                "name",
                "One of them");
        desk.send(
                ONE,
                "/work/views",
                keys.get(0),
                keys.get(1),
                keys.get(2),
                keys.get(3),
                "stage",
                "convene",
                "name",
                "None");

        var views = VIEW.matcher(desk.page(ONE, "/work")).results().toList();

        assertThat(views)
                .extracting(view -> view.group(2) + " " + view.group(3))
                .containsExactly("All three 3", "One of them 1", "None 0");
        for (var view : views) {
            var rows = Pattern.compile("class=\"pick\"")
                    .matcher(desk.page(ONE, view.group(1).replace("&amp;", "&")))
                    .results()
                    .count();
            assertThat(rows).as(view.group(2)).isEqualTo(Long.parseLong(view.group(3)));
        }
    }

    private UUID onlyView() {
        return jdbc.sql("SELECT id FROM queue_view").query(UUID.class).single();
    }

    @Test
    void theNextTaskIsAnUrgentOneAndIsClaimedWithAReason() throws Exception {
        var calm = desk.aTask(desk.aCase(), GROUP);
        var urgent = desk.aTask(
                desk.aCase(SomeCases.onni()
                        .put("urgency", "urgent")
                        .put("urgencyReason", "Status epilepticus")
                        .put("pseudonym", "U-" + System.identityHashCode(this))),
                GROUP);
        var ranked = nextTask.ranked(desk.person(ONE)).stream()
                .map(choice -> choice.item().taskKey())
                .toList();
        assertThat(ranked.indexOf(urgent))
                .isLessThan(ranked.indexOf(calm) < 0 ? Integer.MAX_VALUE : ranked.indexOf(calm));

        assertThat(nextTask.take(desk.person(ONE)).orElseThrow().item().assignee())
                .isEqualTo(ONE);
        desk.send(ONE, "/work/next").andExpect(header().string("Location", startsWith("/tasks/")));
    }

    @Test
    void whatIsAboutOnesFieldGoesBeforeWhatIsNot() {
        var expert = "expert3.bond";
        var other = aTaskFor(expert, "ORPHA:65683");
        var bones = aTaskFor(expert, "ORPHA:15");

        var ranked = nextTask.ranked(desk.person(expert));

        assertThat(ranked).extracting(choice -> choice.item().taskKey()).containsSubsequence(bones, other);
        assertThat(ranked.getFirst().reasons()).contains("expertise");
        assertThat(ranked.getLast().reasons()).doesNotContain("expertise");
    }

    @Test
    void aCaseThatOneHasWorkedOnGoesBeforeOneThatIsNew() {
        var dispatcher = desk.person("dispatcher.lung");
        var fresh = aCaseOfLung();
        var known = aCaseOfLung();
        var first = desk.aTask(fresh, LUNG);
        items.claim(desk.aTask(known, LUNG), dispatcher);
        var again = desk.aTask(known, LUNG);

        var ranked = nextTask.ranked(dispatcher);

        assertThat(ranked).extracting(choice -> choice.item().taskKey()).containsSubsequence(again, first);
        assertThat(ranked)
                .filteredOn(choice -> choice.reasons().contains("known"))
                .hasSize(2);
    }

    private CaseId aCaseOfLung() {
        var caseId = desk.aCase();
        desk.letIn(caseId, LUNG);
        return caseId;
    }

    private long aTaskFor(String expert, String disease) {
        var fields = SomeCases.onni().put("pseudonym", "F-" + disease.substring(6));
        fields.putArray("diseases").addObject().put("code", disease);
        var caseId = desk.aCase(fields);
        desk.seat(caseId, expert);
        return desk.aTask(caseId, expert, 50);
    }

    @Test
    void aListIsTakenAwayInItsColumnsWithoutFormulas() throws Exception {
        var caseId = desk.aCase(SomeCases.onni().put("pseudonym", "=cmd|calc"));
        desk.aTask(caseId, GROUP);
        var there = "?list=available&caseId=" + caseId;

        var csv = desk.open(ONE, "/work/export.csv" + there)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        try (var lines = CSVParser.parse(csv, CSVFormat.RFC4180)) {
            var all = lines.getRecords();
            assertThat(all).hasSize(2);
            assertThat(all.get(1).toList()).contains("Triage the request", "'=cmd|calc");
        }
        var sheet = desk.open(ONE, "/work/export.xlsx" + there)
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(text(sheet))
                .contains("Triage the request")
                .containsPattern("(&apos;|&#39;|')=cmd\\|calc")
                .doesNotContain("<f>");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'work-exported' AND details LIKE '%xlsx%'")
                        .query(Long.class)
                        .single())
                .isPositive();
        desk.open(ONE, "/work/export.csv?list=available&stage=nonsense").andExpect(status().isUnprocessableEntity());
    }

    private String text(byte[] archive) throws Exception {
        var file = Files.write(folder.resolve("work.xlsx"), archive);
        var all = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
