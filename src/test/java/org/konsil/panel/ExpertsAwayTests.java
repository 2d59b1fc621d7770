package org.konsil.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.konsil.panel.PanelStory.expert;
import static org.konsil.panel.PanelStory.job;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.kernel.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Experts go on leave, and panels know it. The panels of the story want opinions by 1 January 2035. */
@HouseTest
@Import(PanelStory.class)
class AbsencesTests {

    private static final LocalDate LONG = LocalDate.of(2035, 1, 1);

    @Autowired
    PanelStory story;

    @Autowired
    Absences absences;

    @Autowired
    AbsenceRows rows;

    @Autowired
    Replacements replacements;

    @Autowired
    Panels panels;

    @Autowired
    PanelRows panelRows;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("DELETE FROM panel_absence").update();
    }

    @Test
    void whoIsAwayIsNotProposedAndTheFormSaysUntilWhen() {
        var caseId = story.atEpicare();
        assertThat(proposed(caseId)).contains(expert(6));

        away(6, today().minusDays(3), today().plusDays(20), expert(7));

        assertThat(proposed(caseId)).doesNotContain(expert(6));
        assertThat(story.shown("convene-panel", caseId, null, "coordinator.epicare")
                        .path("away")
                        .asText())
                .contains("is away until " + today().plusDays(20), "(deputy: ");
    }

    @Test
    void whoIsAwayForAPartOfTheTimeIsProposedLaterAndTheChoiceSaysWhen() {
        var caseId = story.atEpicare();
        var first = proposed(caseId).getFirst();

        absences.record(first, today().plusDays(1), today().plusDays(5), null, person(first));

        var options = story.shown("convene-panel", caseId, null, "coordinator.epicare")
                .path("expertOptions");
        var label = StreamSupport.stream(options.spliterator(), false)
                .filter(option -> option.path("value").asText().equals(first))
                .findFirst()
                .orElseThrow()
                .path("label")
                .asText();
        assertThat(label).contains("away " + today().plusDays(1) + " to " + today().plusDays(5));
    }

    @Test
    void whoIsAwayUntilAfterTheDayOnWhichOpinionsAreWantedIsNotAskedEvenIfChosen() {
        away(6, today(), today().plusDays(600), null);
        var caseId = story.atEpicare();
        var answers = JsonNodeFactory.instance
                .objectNode()
                .put("lead", "lead.epicare")
                .put("opinionDue", today().plusDays(10).toString());
        answers.putArray("experts").add(expert(4)).add(expert(5)).add(expert(6));

        assertThatThrownBy(() -> story.answer("convene-panel", caseId, null, answers, "coordinator.epicare"))
                .isInstanceOf(ExpertAway.class);
    }

    @Test
    void anInvitedExpertWhoGoesOnLeaveUntilAfterThatDayMakesPlaceForTheDeputy() {
        var caseId = story.convened(1, 2, 3, 4);
        panelRows.due(panels.of(caseId).orElseThrow().id(), today().plusDays(7));
        story.accept(caseId, 1);
        var deputy = expert(7);

        var recorded = absences.record(expert(2), today().minusDays(1), today().plusDays(8), deputy, person(expert(2)));
        away(1, today().plusDays(3), today().plusDays(30), null);

        assertThat(recorded.replacedOn()).isPositive();
        assertThat(story.invitation(caseId, 2).state()).isEqualTo(Invitation.State.UNAVAILABLE);
        assertThat(access.may(person(expert(2)), caseId, Right.READ_CLINICAL)).isFalse();
        // away for a part only: three days are left, in which an opinion can be given
        assertThat(story.invitation(caseId, 1).state()).isEqualTo(Invitation.State.ACCEPTED);

        replacements.replace(caseId, story.invitation(caseId, 2).id(), job());

        assertThat(panels.invitations(caseId))
                .filteredOn(Invitation::isOpen)
                .extracting(Invitation::expert)
                .contains(deputy);
    }

    @Test
    void onlyTheExpertAndTheCoordinatorOfTheirNetworkSayIt() {
        var from = today();
        var coordinator = person("coordinator.epicare");
        var other = person("coordinator.rnd");

        assertThat(absences.record(expert(6), from, from, null, coordinator).id())
                .isNotNull();
        assertThatThrownBy(() -> absences.record(expert(6), from, from, null, other))
                .isInstanceOf(AbsenceRefused.class);
        assertThatThrownBy(() -> absences.record(expert(6), from, from, null, person(expert(5))))
                .isInstanceOf(AbsenceRefused.class);
        assertThatThrownBy(() -> absences.record(expert(6), from, from.minusDays(1), null, coordinator))
                .isInstanceOf(AbsenceRefused.class);
        assertThatThrownBy(() -> absences.record(expert(6), from, LONG, null, coordinator))
                .isInstanceOf(AbsenceRefused.class);
        assertThatThrownBy(() -> absences.record(expert(6), from, from, "expert1.rnd", coordinator))
                .isInstanceOf(AbsenceRefused.class);
        assertThat(absences.of(coordinator)).extracting(Absence::expert).containsExactly(expert(6));
        assertThat(absences.of(other)).isEmpty();
    }

    @Test
    void itIsRecordedOnThePageAndTakenBackOverTheApi() throws Exception {
        var expert = user(expert(6)).roles("EXPERT");
        web.perform(post("/absences")
                        .param("expert", expert(6))
                        .param("from", today().toString())
                        .param("until", today().plusDays(2).toString())
                        .param("deputy", "")
                        .with(expert)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/absences").with(expert))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Whoever suits best")));

        var id = rows.of(expert(6), today()).getFirst().id();
        web.perform(get("/api/v1/absences").with(expert))
                .andExpect(jsonPath("$.items[0].expert").value(expert(6)));
        web.perform(delete("/api/v1/absences/{id}", id)
                        .with(user(expert(5)).roles("EXPERT"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(delete("/api/v1/absences/{id}", id).with(expert).with(csrf()))
                .andExpect(status().isNoContent());
        web.perform(post("/api/v1/absences")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"expert\":\"expert6.epicare\",\"from\":\"2001-01-01\",\"until\":\"2001-01-02\"}")
                        .with(expert)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        web.perform(get("/absences").with(user("clinician.fi").roles("CLINICIAN")))
                .andExpect(status().isForbidden());
    }

    private void away(int number, LocalDate from, LocalDate until, @Nullable String deputy) {
        absences.record(expert(number), from, until, deputy, person(expert(number)));
    }

    private List<String> proposed(CaseId caseId) {
        var options = story.shown("convene-panel", caseId, null, "coordinator.epicare")
                .path("expertOptions");
        return StreamSupport.stream(options.spliterator(), false)
                .map(option -> option.path("value").asText())
                .toList();
    }

    private Person person(String user) {
        return access.person(user).orElseThrow();
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
