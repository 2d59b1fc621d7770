package org.konsil.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Collator;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.HouseTest;
import org.konsil.desk.SomeCases;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
@Import(Desk.class)
class QueuePagesTests {

    private static final String ONE = "dispatcher.epicare";
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");
    private static final Pattern BEFORE = Pattern.compile("href=\"([^\"]+)\" rel=\"prev\"");
    private static final Pattern WIDENED =
            Pattern.compile("<th scope=\"col\" class=\"wider\"[^>]*><a[^>]*><span>([^<]+)<");
    private static final Pattern TASK = Pattern.compile("href=\"/tasks/(\\d+)\"");

    @Autowired
    Desk desk;

    @Autowired
    WorkItems items;

    @Autowired
    Queues queues;

    @Autowired
    MockMvc site;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {"/work", "/work/available", "/work/cases", "/work/team", "/work/all", "/work/look", "/work/keys"
            })
    void everyListHasAPage(String path) throws Exception {
        desk.open(ONE, path).andExpect(status().isOk());
        desk.open(ONE, path + "?sort=-clock&stage=triage&goal=week&clock=on-time&since=7&priority=normal&owner=me")
                .andExpect(status().isOk());
    }

    @Test
    void workGoesFromListToListAsItGoesFromHandToHand() throws Exception {
        var caseId = desk.aCase();
        var key = desk.aTask(caseId, "dispatcher:epicare");
        var link = "/tasks/" + key;
        var ofTheCase = "?caseId=" + caseId;

        assertThat(desk.page(ONE, "/work/available" + ofTheCase)).contains(link);
        assertThat(desk.page(ONE, "/work" + ofTheCase)).doesNotContain(link);
        assertThat(desk.page(ONE, "/work/cases" + ofTheCase)).doesNotContain(link);

        items.claim(key, desk.person(ONE));

        assertThat(desk.page(ONE, "/work" + ofTheCase)).contains(link);
        assertThat(desk.page(ONE, "/work/cases" + ofTheCase)).contains(link);
        assertThat(desk.page(ONE, "/work/available" + ofTheCase)).doesNotContain(link);
        // the home clinician follows the case: sees who is asked, and cannot open what is not theirs
        assertThat(desk.page("clinician.fi", "/work/all" + ofTheCase))
                .contains("Triage the request")
                .doesNotContain("href=\"" + link);
        assertThat(desk.page("dispatcher.bond", "/work/all" + ofTheCase)).doesNotContain("Triage the request");
    }

    @Test
    void whoLosesTheCaseLosesItsWorkInEveryListAtOnce() throws Exception {
        var caseId = desk.aCase();
        var key = desk.aTask(caseId, "dispatcher:epicare");
        items.claim(key, desk.person(ONE));
        desk.takeAway(caseId);

        for (var list : List.of("/work", "/work/cases", "/work/all")) {
            assertThat(desk.page(ONE, list + "?caseId=" + caseId)).doesNotContain("Triage the request");
            assertThat(desk.page("coordinator.epicare", list + "?caseId=" + caseId))
                    .doesNotContain("Triage the request");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "due",
                "-due",
                "case",
                "-created",
                "owner",
                "-country",
                "network",
                "stage",
                "-priority",
                "goal",
                "clock"
            })
    void pagesGoForwardsAndBackwardsOverTheSameTasks(String sort) throws Exception {
        var caseId = desk.aCase();
        for (int number = 0; number < 110; number++) {
            desk.aTask(caseId, null, number % 7, "dispatcher:epicare");
        }
        var there = new ArrayList<List<String>>();
        var page = desk.page(ONE, "/work/available?caseId=" + caseId + "&sort=" + sort);
        there.add(tasks(page));
        for (var next = NEXT.matcher(page); next.find(); next = NEXT.matcher(page)) {
            page = desk.page(ONE, next.group(1).replace("&amp;", "&"));
            there.add(tasks(page));
        }
        assertThat(there).extracting(List::size).containsExactly(50, 50, 10);
        assertThat(new HashSet<>(there.stream().flatMap(List::stream).toList())).hasSize(110);

        var back = new ArrayList<>(List.of(tasks(page)));
        for (var before = BEFORE.matcher(page); before.find(); before = BEFORE.matcher(page)) {
            page = desk.page(ONE, before.group(1).replace("&amp;", "&"));
            back.addFirst(tasks(page));
        }
        assertThat(back).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({
        "en, country, at ee de es",
        "en, -country, es de ee at",
        "de, country, de ee at es",
        "en, network, none endo erknet bond metabern",
        "en, -network, metabern bond erknet endo none"
    })
    void codesAreOrderedAsTheNamesThatAreShownForThem(String language, String sort, String expected) throws Exception {
        var caseId = desk.aCase();
        var column = sort.replace("-", "");
        for (var code : expected.split(" ")) {
            var key = desk.aTask(caseId, "dispatcher:epicare");
            for (var table : List.of("work_item", "queue_entry")) {
                jdbc.sql("UPDATE " + table + " SET " + column + " = ? WHERE task_key = ?")
                        .params(code.replace("none", ""), key)
                        .update();
            }
        }
        var path = "/api/v1/work-items?list=available&size=2&caseId=" + caseId + "&sort=" + sort;
        var shown = new ArrayList<String>();
        var next = "";
        do {
            var page = json.readTree(site.perform(get(path + (next.isEmpty() ? "" : "&after=" + next))
                            .header("Accept-Language", language)
                            .with(user(ONE).roles("DISPATCHER")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            page.path("items").forEach(item -> shown.add(item.path(column).asText("none")));
            next = page.path("next").asText("");
        } while (!next.isEmpty());

        assertThat(shown).containsExactly(expected.split(" "));
    }

    @Test
    void ownersAreOrderedByTheirNamesAndAPageBeginsBehindOneWhoHasGone() {
        var caseId = desk.aCase();
        var ids = List.of(
                "dispatcher.epicare", "coordinator.epicare", "lead.epicare", "expert1.epicare", "expert2.epicare");
        for (var id : ids) {
            desk.aTask(caseId, id, 50, "dispatcher:epicare");
        }
        desk.letIn(caseId, "coordinator:epicare");
        var byName = ids.stream()
                .sorted(Comparator.comparing(id -> desk.person(id).displayName(), Collator.getInstance(Locale.ENGLISH)))
                .toList();

        var first = queues.page(Queue.ALL, owners(caseId, ""), 2, desk.person("coordinator.epicare"));
        jdbc.sql("DELETE FROM work_item WHERE case_id = ? AND assignee = ?")
                .params(caseId.value(), byName.get(1))
                .update();
        var second = queues.page(
                Queue.ALL, owners(caseId, String.valueOf(first.next())), 9, desk.person("coordinator.epicare"));

        assertThat(first.items()).extracting(WorkItem::assignee).containsExactlyElementsOf(byName.subList(0, 2));
        assertThat(second.items()).extracting(WorkItem::assignee).containsExactlyElementsOf(byName.subList(2, 5));
    }

    private static QueueFilter owners(CaseId caseId, String after) {
        return QueueFilter.of(Map.of("caseId", caseId.toString(), "sort", "owner", "after", after));
    }

    @Test
    void whatWaitsBetweenTwoNumbersOfDaysIsShownAndSaidInWords() throws Exception {
        var caseId = desk.aCase();
        var keys = new ArrayList<Long>();
        for (var days : new int[] {2, 7, 13, 14}) {
            keys.add(desk.aTask(caseId, "dispatcher:epicare"));
            for (var table : List.of("work_item", "queue_entry")) {
                jdbc.sql("UPDATE " + table + " SET created_at = ? WHERE task_key = ?")
                        .params(clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC), keys.getLast())
                        .update();
            }
        }
        var path = "/work/available?caseId=" + caseId + "&since=7&until=14";

        assertThat(tasks(desk.page(ONE, path))).containsExactlyInAnyOrder("" + keys.get(1), "" + keys.get(2));
        assertThat(desk.page(ONE, path)).contains("Waiting for: 7 days or longer", "less than 14 days");
        assertThat(desk.page(ONE, "/work/export.csv?list=available&caseId=" + caseId + "&since=7&until=14"))
                .hasLineCount(3);
        site.perform(get("/api/v1/work-items?since=7&until=14&caseId=" + caseId)
                        .with(user(ONE).roles("DISPATCHER")))
                .andExpect(jsonPath("$.total").value(2));
        desk.open(ONE, "/work?until=soon").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void whatComesDueIsToldFromWhatIsLate() throws Exception {
        var caseId = desk.aCase();
        var keys = new ArrayList<Long>();
        for (var days : new int[] {-1, 1, 3, 20}) {
            keys.add(desk.aTask(caseId, "dispatcher:epicare"));
            for (var table : List.of("work_item", "queue_entry")) {
                jdbc.sql("UPDATE " + table + " SET due_order = ?, stopped = FALSE WHERE task_key = ?")
                        .params(clock.instant().plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC), keys.getLast())
                        .update();
            }
        }
        jdbc.sql("UPDATE queue_entry SET stopped = TRUE WHERE task_key = ?")
                .param(keys.get(2))
                .update();
        var path = "/work/available?caseId=" + caseId + "&dueFrom=now&due="
                + Days.of(clock.instant()).plusDays(10);

        assertThat(tasks(desk.page(ONE, path))).containsExactlyInAnyOrder("" + keys.get(1), "" + keys.get(2));
        assertThat(tasks(desk.page(ONE, path + "&clock=running"))).containsExactly("" + keys.get(1));
        assertThat(desk.page(ONE, path)).contains("Due from: now on");
        desk.open(ONE, "/work?dueFrom=soon").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void aFilterIsShownAsAChipThatTakesItAway() throws Exception {
        desk.aTask(desk.aCase(), "dispatcher:epicare");
        desk.open(ONE, "/work/available?stage=register&country=fi&sort=-due")
                .andExpect(content().string(containsString("Stage: Registration")))
                .andExpect(content().string(containsString("Country: Finland")))
                .andExpect(content().string(containsString("href=\"/work/available?country=fi&amp;sort=-due\"")))
                .andExpect(content().string(containsString("aria-sort=\"descending\"")));
        desk.open(ONE, "/work?stage=nonsense").andExpect(status().isUnprocessableEntity());
        desk.open(ONE, "/work?clock=nonsense").andExpect(status().isUnprocessableEntity());
        desk.open(ONE, "/work?disease=nonsense").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void aFilterSaysDaysAndDiseasesInWords() throws Exception {
        assertThat(desk.page(ONE, "/work/all?due=2026-03-02&disease=ORPHA:558"))
                .contains("Due: before 2 Mar 2026", "Disease: Marfan syndrome (ORPHA:558)");
    }

    @Test
    void casesMayComeFromWhereverAHospitalIs() throws Exception {
        assertThat(desk.page(ONE, "/work/all")).contains(">Iceland</option>", ">Ukraine</option>");
        assertThat(desk.page(ONE, "/cases")).contains(">Iceland</option>").doesNotContain(">Austria</option>");
    }

    @Test
    void whatIsFoundNarrowsTheListAsItIsNarrowedAlready() throws Exception {
        var caseId = desk.aCase();
        desk.aTask(caseId, "dispatcher:epicare");
        var name = desk.pseudonym(caseId);

        desk.send(ONE, "/work/find", "text", name, "list", "all", "urgency", "routine", "sort", "-due")
                .andExpect(redirectedUrl("/work/all?urgency=routine&sort=-due&caseId=" + caseId));
        desk.send(ONE, "/work/find", "text", "nothing of the kind", "list", "all", "country", "fi")
                .andExpect(redirectedUrl("/work/all?country=fi"));
    }

    @Test
    void theStartPageCountsWhatTheListBehindItShows() throws Exception {
        assertThat(desk.page(ONE, "/")).contains("href=\"/work/all?due=overdue\"");
    }

    @Test
    void aPseudonymIsFoundByWhoMayKnowOfItsCaseAndStandsInNoAddress() throws Exception {
        var caseId = desk.aCase();
        desk.aTask(caseId, "dispatcher:epicare");
        var name = desk.pseudonym(caseId);

        desk.send(ONE, "/work/find", "text", name.toLowerCase(java.util.Locale.ROOT), "list", "available")
                .andExpect(redirectedUrl("/work/available?caseId=" + caseId));
        desk.send("dispatcher.bond", "/work/find", "text", name, "list", "all").andExpect(redirectedUrl("/work/all"));
        desk.send(ONE, "/work/find", "text", "RIAGE the", "list", "all")
                .andExpect(redirectedUrl("/work/all?task=triage"));
        assertThat(desk.page(ONE, "/work/all?task=triage&caseId=" + caseId)).contains("Triage the request");
    }

    @Test
    void aDiseaseIsFoundByWhoMayReadTheCaseAndStandsOpenNowhere() throws Exception {
        var fields = SomeCases.onni().put("pseudonym", "D-1");
        fields.putArray("diseases").addObject().put("code", "ORPHA:558").put("label", "Marfan syndrome");
        var caseId = desk.aCase(fields);
        var key = desk.aTask(caseId, "dispatcher:epicare", "dpo:hus");
        var there = "/work/available?disease=orphanet:558&caseId=" + caseId;

        assertThat(desk.page(ONE, there)).contains("/tasks/" + key);
        assertThat(desk.page(ONE, "/work/available?disease=ORPHA:559&caseId=" + caseId))
                .doesNotContain("/tasks/" + key);
        // the data protection officer has the task on offer, and does not read what ails the patient
        assertThat(desk.page("dpo.fi", "/work/available?caseId=" + caseId)).contains("/tasks/" + key);
        assertThat(desk.page("dpo.fi", there)).doesNotContain("/tasks/" + key);
    }

    @Test
    void columnsAreThoseThatTheReaderChose() throws Exception {
        var caseId = desk.aCase();
        desk.aTask(caseId, "coordinator:epicare");
        desk.send(
                "coordinator.epicare",
                "/work/look",
                "show-priority",
                "on",
                "place-priority",
                "1",
                "show-name",
                "on",
                "place-name",
                "2",
                "wide-name",
                "on");

        desk.open("coordinator.epicare", "/work/available?caseId=" + caseId)
                .andExpect(content().string(containsString("data-label=\"Priority\"")))
                .andExpect(content().string(not(containsString("data-label=\"Country\""))));
        desk.send("coordinator.epicare", "/work/look", "usual", "usual");
        desk.open("coordinator.epicare", "/work/available?caseId=" + caseId)
                .andExpect(content().string(containsString("data-label=\"Country\"")));
    }

    @Test
    void aColumnIsAsWideAsItsReaderChoseInEveryListAndForNobodyElse() throws Exception {
        var reader = "lead.epicare";
        var caseId = desk.aCase();
        desk.letIn(caseId, "lead:epicare");
        desk.aTask(caseId, "lead:epicare");
        desk.aTask(caseId, reader, 50, "lead:epicare");
        desk.send(reader, "/work/look", "show-name", "on", "show-stage", "on", "wide-stage", "on", "show-due", "on");

        for (var list : List.of("/work", "/work/available", "/work/all")) {
            assertThat(widened(desk.page(reader, list + "?caseId=" + caseId)))
                    .as(list)
                    .containsExactly("Stage");
        }
        assertThat(desk.page(reader, "/work/look"))
                .containsPattern("name=\"wide-stage\"[^>]*checked")
                .doesNotContainPattern("name=\"wide-due\"[^>]*checked");
        assertThat(widened(desk.page(ONE, "/work/all?caseId=" + caseId))).containsExactly("Task");
        desk.send(reader, "/work/look", "usual", "usual");
        assertThat(widened(desk.page(reader, "/work?caseId=" + caseId))).containsExactly("Task");
    }

    private static List<String> widened(String page) {
        return WIDENED.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static List<String> tasks(String page) {
        return TASK.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
