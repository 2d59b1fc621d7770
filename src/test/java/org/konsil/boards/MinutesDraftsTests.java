package org.konsil.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelStory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Minutes are saved as they are typed, each writer's own. */
@HouseTest
@Import({PanelStory.class, BoardStory.class})
@SuppressWarnings("NullAway.Init") // each test has a session of its own
class MinutesDraftsTests {

    private static final String ONE = "coordinator.epicare";

    @Autowired
    BoardStory scene;

    @Autowired
    Meetings meetings;

    @Autowired
    Agendas agendas;

    @Autowired
    MinutesDesk desk;

    @Autowired
    MinutesPresence presence;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private CaseId caseId;
    private Meeting meeting;

    @BeforeEach
    void aSessionThatIsHeld() {
        scene.nothingWaits();
        meeting = scene.planned(scene.open(UUID.randomUUID(), 2));
        caseId = scene.ready();
        agendas.add(meeting.id(), caseId, scene.coordinator());
        meetings.begin(meeting.id(), scene.coordinator());
    }

    @Test
    void whatWasTypedIsThereWhenThePageIsOpenedAgainAndStandsOpenNowhere() throws Exception {
        assertThat(page())
                .contains("data-autosave=\"" + path() + "/draft\"")
                .contains("data-saved")
                .contains("/js/desk.js");
        draft("The MRI of March").andExpect(status().isOk());
        draft("The MRI of March was shown.").andExpect(status().isOk());

        assertThat(page()).contains("The MRI of March was shown.");
        assertThat(jdbc.sql("SELECT sealed FROM board_desk WHERE case_id = ?")
                        .param(caseId.value())
                        .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .single())
                .doesNotContain("March");
    }

    @Test
    void anotherWriterIsSaidAndEachReadsOnlyTheirOwn() throws Exception {
        desk.keep(slot(), typed("Theirs alone."), "lead.epicare");

        assertThat(page()).contains("writes minutes of this case too").doesNotContain("Theirs alone.");
        assertThat(draft("Mine.").andReturn().getResponse().getContentAsString())
                .contains("writes minutes of this case too");
    }

    @Test
    void whoElseWritesThemIsAskedForAnewAndSaidToWritersAlone() throws Exception {
        assertThat(page())
                .contains("data-live=\"desk\"", "data-live-from=\"" + path() + "/besides\"")
                .contains("data-live-session=\"" + meeting.id() + "\"");
        assertThat(besides(ONE, "COORDINATOR")).doesNotContain("writes minutes of this case too");

        desk.see(slot(), "lead.epicare");

        assertThat(besides(ONE, "COORDINATOR")).contains("writes minutes of this case too");
        assertThat(besides("expert1.epicare", "EXPERT")).doesNotContain("writes minutes");
    }

    @Test
    void whoWritesThemHearsAtOnceThatSomebodyElseOpensThem() throws Exception {
        page();
        var heard = web.perform(get("/live")
                        .param("on", "desk")
                        .param("about", caseId.toString())
                        .param("session", meeting.id().toString())
                        .with(user(ONE).roles("COORDINATOR")))
                .andReturn()
                .getResponse();

        desk.see(slot(), "lead.epicare");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard.getContentAsString()).contains("data:desk"));
    }

    @Test
    void anOpenPageIsASignOfItsWriterAndOfNobodyWhoNeverOpenedIt() {
        desk.see(slot(), ONE);
        var one = new MinutesPresence.Writer(meeting.id(), caseId, ONE);
        var never = new MinutesPresence.Writer(meeting.id(), caseId, "lead.epicare");
        jdbc.sql("UPDATE board_desk SET seen_at = ? WHERE case_id = ?")
                .params(clock.instant().minus(Duration.ofMinutes(9)).atOffset(ZoneOffset.UTC), caseId.value())
                .update();

        presence.stay(List.of(one, never));

        assertThat(presence.at(List.of(meeting.id()))).containsExactly(one);
        assertThat(jdbc.sql("SELECT seen_at FROM board_desk WHERE case_id = ?")
                        .param(caseId.value())
                        .query(OffsetDateTime.class)
                        .single())
                .isAfter(clock.instant().minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC));
    }

    private String besides(String reader, String role) throws Exception {
        return web.perform(get(path() + "/besides").with(user(reader).roles(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void whoeverWasNotTheFirstStillReadsWhatTheyHadTyped() throws Exception {
        draft("Typed on the train.").andExpect(status().isOk());
        desk.keep(slot(), typed("Kept."), "lead.epicare");
        jdbc.sql("UPDATE board_slot SET state = 'DONE' WHERE case_id = ?")
                .param(caseId.value())
                .update();
        desk.tidy(meeting.id(), caseId, "lead.epicare");

        assertThat(page()).contains("What you had typed").contains("Typed on the train.");
        assertThat(desk.of(slot(), "lead.epicare")).isEmpty();
        draft("Too late.").andExpect(status().isConflict());
    }

    @Test
    void whoDoesNotHoldTheBoardSavesNothing() throws Exception {
        web.perform(post(path() + "/draft")
                        .param("points", "Not theirs to write.")
                        .with(user("expert1.epicare").roles("EXPERT"))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        assertThat(desk.of(slot(), "expert1.epicare")).isEmpty();
    }

    private Slot slot() {
        return agendas.of(meeting).getFirst();
    }

    private static Minutes typed(String points) {
        return new Minutes(List.of("lead.epicare"), "", points, "", "");
    }

    private ResultActions draft(String points) throws Exception {
        return web.perform(post(path() + "/draft")
                .param("attendees", "lead.epicare")
                .param("points", points)
                .with(user(ONE).roles("COORDINATOR"))
                .with(csrf()));
    }

    private String page() throws Exception {
        return web.perform(get(path()).with(user(ONE).roles("COORDINATOR")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String path() {
        return "/cases/" + caseId + "/session/" + meeting.id();
    }
}
