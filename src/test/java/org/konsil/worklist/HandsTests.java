package org.konsil.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.absences.AwayStory;
import org.konsil.audit.Audit;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work goes from hand to hand, with a word for the next one; and to the deputy of whoever is away. */
@HouseTest
@Import({Desk.class, AwayStory.class})
class HandsTests {

    private static final String ONE = "dispatcher.epicare";
    private static final String OTHER = "coordinator.epicare";
    private static final String BOTH = "dispatcher:epicare";

    @Autowired
    Desk desk;

    @Autowired
    WorkItems items;

    @Autowired
    AwayStory absences;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @AfterEach
    void everybodyIsBack() {
        absences.everybodyIsBack();
    }

    @Test
    void aNoteIsReadByWhoeverHasTheTaskNextAndStandsOpenNowhere() throws Exception {
        var key = desk.aTask(desk.aCase(), BOTH);
        items.claim(key, desk.person(ONE));
        desk.send(ONE, "/tasks/" + key + "/release", "note", "The mother calls back on Friday");

        assertThat(desk.page(OTHER, "/tasks/" + key)).contains("The mother calls back on Friday");
        assertThat(jdbc.sql("SELECT sealed FROM task_note WHERE task_key = ?")
                        .param(key)
                        .query((row, number) ->
                                new String(row.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .single())
                .doesNotContain("Friday");
        desk.send(OTHER, "/tasks/" + key + "/release", "note", "x".repeat(2001));
    }

    @Test
    void theDeputyDoesTheWorkOfWhoeverIsAwayAndTheHistorySaysForWhom() throws Exception {
        var caseId = desk.aCase();
        var key = desk.aTask(caseId, BOTH);
        items.claim(key, desk.person(ONE));
        assertThat(desk.page(OTHER, "/work?caseId=" + caseId)).doesNotContain("/tasks/" + key);

        away(ONE, OTHER);

        assertThat(desk.page(OTHER, "/work?caseId=" + caseId)).contains("/tasks/" + key);
        desk.open(OTHER, "/tasks/" + key)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("You act on behalf of")));
        refused("task-taken", () -> items.claim(key, desk.person(OTHER)));
        items.release(key, null, desk.person(OTHER));
        assertThat(behalf(caseId, "task-released")).isEqualTo(ONE);
    }

    @Test
    void aDeputyOutsideTheTasksGroupHasItsLinkAndItsBox() throws Exception {
        var caseId = desk.aCase();
        var key = desk.aTask(caseId, "coordinator:epicare");
        items.claim(key, desk.person(OTHER));
        assertThat(desk.page(ONE, "/work?caseId=" + caseId)).doesNotContain("value=\"" + key + "\"");

        away(OTHER, ONE);

        assertThat(desk.page(ONE, "/work?caseId=" + caseId))
                .contains("href=\"/tasks/" + key + "\"")
                .contains("value=\"" + key + "\"");
        assertThat(desk.page(ONE, "/cases/" + caseId)).contains("href=\"/tasks/" + key + "\"");
        desk.open(ONE, "/tasks/" + key).andExpect(status().isOk());
    }

    @Test
    void whatIsForOnePersonAloneDoesNotGoToADeputy() throws Exception {
        var caseId = desk.aCase();
        var key = desk.aTask(caseId, ONE, 50, BOTH);
        away(ONE, OTHER);

        assertThat(desk.page(OTHER, "/work?caseId=" + caseId)).doesNotContain("/tasks/" + key);
        refused("task-unknown", () -> items.claim(key, desk.person(OTHER)));
    }

    @Test
    void whatIsHandedToSomebodyAwayGoesToTheDeputy() {
        var caseId = desk.aCase();
        var key = desk.aTask(caseId, BOTH);
        away(OTHER, ONE);

        var item = items.delegate(key, OTHER, null, desk.person(ONE));

        assertThat(item.assignee()).isEqualTo(ONE);
        assertThat(audit.history(caseId))
                .anySatisfy(it -> assertThat(it.entry().details()).containsEntry("insteadOf", OTHER));
    }

    @Test
    void whoHasAFormOpenHearsAtOnceThatSomebodyElseOpensIt() throws Exception {
        var key = desk.aTask(desk.aCase(), BOTH);
        var path = "/tasks/" + key;
        assertThat(desk.page(ONE, path)).contains("data-live=\"desk\"", "data-live-from=\"" + path + "/besides\"");
        var heard = desk.open(ONE, "/live?on=desk&task=" + key).andReturn().getResponse();
        var stranger = desk.open("dispatcher.bond", "/live?on=desk&task=" + key)
                .andReturn()
                .getResponse();

        desk.open(OTHER, path);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard.getContentAsString()).contains("data:desk"));
        assertThat(desk.page(ONE, path + "/besides")).contains("has this form open too");
        desk.open("dispatcher.bond", path + "/besides").andExpect(status().isNotFound());
        assertThat(stranger.getContentAsString()).doesNotContain("desk");
    }

    @Test
    void twoOnOneFormAreToldAndEachKeepsTheirOwnText() throws Exception {
        var key = desk.aTask(desk.aCase(), BOTH);
        desk.open(ONE, "/tasks/" + key)
                .andExpect(content().string(containsString("data-autosave")))
                .andExpect(content().string(not(containsString("has this form open too"))));
        var saved = desk.send(ONE, "/tasks/" + key + "/draft", "version", "1", "reason", "Mine");
        saved.andExpect(status().isOk()).andExpect(content().string(containsString("\"besides\":\"\"")));

        desk.open(OTHER, "/tasks/" + key).andExpect(content().string(containsString("has this form open too")));
        desk.send(OTHER, "/tasks/" + key + "/draft", "version", "1", "reason", "Theirs")
                .andExpect(content().string(containsString("has this form open too")));
        assertThat(jdbc.sql("SELECT count(*) FROM task_desk WHERE task_key = ? AND sealed IS NOT NULL")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private void away(String person, String deputy) {
        LocalDate today = Days.of(clock.instant());
        absences.away(person, today, today, deputy);
    }

    private String behalf(CaseId caseId, String action) {
        return audit.history(caseId).stream()
                .map(it -> it.entry())
                .filter(entry -> entry.action().equals(action))
                .map(entry -> String.valueOf(entry.details().get("onBehalfOf")))
                .findFirst()
                .orElse("nobody");
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        org.konsil.kernel.Refusal.class,
                        it -> assertThat(List.of(it.code())).containsExactly(code));
    }
}
