package org.konsil.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.HouseTest;
import org.konsil.desk.SomeCases;
import org.konsil.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists to come back to, the next best task, and lists to take away. */
@HouseTest
@Import(Desk.class)
class ViewsTests {

    private static final String ONE = "dispatcher.epicare";
    private static final String GROUP = "dispatcher:epicare";
    private static final String LUNG = "dispatcher:lung";

    @TempDir
    Path folder;

    @Autowired
    Desk desk;

    @Autowired
    NextTask nextTask;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcClient jdbc;

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
