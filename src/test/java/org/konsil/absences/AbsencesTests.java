package org.konsil.absences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.Days;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** One calendar of absences for everybody: who says it of whom, and who stands in. */
@HouseTest
@Import(AwayStory.class)
class AbsencesTests {

    private static final String EXPERT = "expert6.epicare";
    private static final String DISPATCHER = "dispatcher.epicare";
    private static final String COORDINATOR = "coordinator.epicare";

    @Autowired
    AbsenceBook book;

    @Autowired
    Absences absences;

    @Autowired
    AbsenceRows rows;

    @Autowired
    Circle circle;

    @Autowired
    AwayStory story;

    @Autowired
    Access access;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    @AfterEach
    void everybodyIsBack() {
        story.everybodyIsBack();
    }

    @Test
    void oneSaysItForOneselfAndTheCoordinatorForThePeopleOfTheNetwork() {
        record(EXPERT, null, EXPERT);
        record(EXPERT, null, COORDINATOR);
        record(DISPATCHER, null, COORDINATOR);

        refused("absence-unknown", EXPERT, null, "coordinator.rnd");
        refused("absence-unknown", EXPERT, null, "expert5.epicare");
        refused("absence-unknown", DISPATCHER, null, "clinician.fi");
        assertThat(book.seenBy(person(COORDINATOR)))
                .extracting(Absence::person)
                .containsExactlyInAnyOrder(EXPERT, DISPATCHER);
        assertThat(book.seenBy(person("coordinator.rnd"))).isEmpty();
    }

    @Test
    void aDeputyIsOfTheSameGroupOrAnExpertOfTheSameNetwork() {
        record(EXPERT, "expert7.epicare", EXPERT);
        refused("absence-deputy", EXPERT, "expert1.rnd", EXPERT);
        refused("absence-deputy", EXPERT, EXPERT, EXPERT);
        refused("absence-deputy", DISPATCHER, "clinician.no", DISPATCHER);
        refused("absence-deputy", "guest.uk", EXPERT, "guest.uk");
    }

    @Test
    void whatAnExpertArrangedWithTheirHospitalStaysTheirsAndCountsAllTheSame() throws Exception {
        var own = said(EXPERT, "clinician.fi", EXPERT);
        record(EXPERT, "expert7.epicare", EXPERT);
        var byTheNetwork = said(EXPERT, "clinician.no", COORDINATOR);

        assertThat(book.seenBy(person(EXPERT))).hasSize(3);
        assertThat(book.seenBy(person(COORDINATOR)))
                .hasSize(2)
                .extracting(Absence::id)
                .contains(byTheNetwork)
                .doesNotContain(own);
        web.perform(get("/absences").with(user(COORDINATOR).roles("COORDINATOR")))
                .andExpect(content().string(containsString(byTheNetwork.toString())))
                .andExpect(content().string(not(containsString(own.toString()))))
                .andExpect(content().string(not(containsString("clinician.fi"))));
        assertThatThrownBy(() -> book.end(own, person(COORDINATOR))).isInstanceOf(AbsenceRefused.class);
        assertThat(absences.of(EXPERT)).extracting(Absence::id).contains(own);

        book.end(byTheNetwork, person(COORDINATOR));
        book.end(own, person(EXPERT));
        assertThat(absences.of(EXPERT)).hasSize(1);
    }

    @Test
    void forOthersACoordinatorNamesPeopleOfTheNetworkOnly() {
        record(EXPERT, "expert7.epicare", COORDINATOR);
        refused("absence-deputy", EXPERT, "clinician.fi", COORDINATOR);
        refused("absence-deputy", EXPERT, "expert1.rnd", COORDINATOR);
        assertThat(circle.deputies(EXPERT, person(COORDINATOR)))
                .extracting(Circle.Who::userId)
                .contains("expert7.epicare")
                .doesNotContain(EXPERT)
                .allMatch(userId -> userId.endsWith(".epicare"));
        assertThat(circle.deputiesOffered(person(COORDINATOR)))
                .extracting(Circle.Who::userId)
                .contains("expert7.epicare", DISPATCHER)
                .allMatch(userId -> userId.endsWith(".epicare"));
    }

    @Test
    void theDaysLieAheadAndAreTheRightWayRound() {
        for (var days : List.of(
                new LocalDate[] {today().plusDays(1), today()},
                new LocalDate[] {today().minusDays(3), today().minusDays(1)},
                new LocalDate[] {today(), today().plusYears(2).plusDays(1)})) {
            assertThatThrownBy(() -> book.record(EXPERT, days[0], days[1], null, person(EXPERT)))
                    .isInstanceOfSatisfying(
                            AbsenceRefused.class, no -> assertThat(no.code()).isEqualTo("absence-days"));
        }
        assertThat(absences.of(EXPERT)).isEmpty();
    }

    @Test
    void theSameAbsenceSaidTwiceOrByTwoAtOnceIsOne() throws Exception {
        Callable<UUID> saying =
                () -> book.record(EXPERT, today(), today().plusDays(1), "expert7.epicare", person(EXPERT))
                        .id();
        var first = saying.call();
        assertThat(saying.call()).isEqualTo(first);

        Callable<UUID> another = () -> book.record(EXPERT, today(), today().plusDays(1), null, person(EXPERT))
                .id();
        try (var hands = Executors.newFixedThreadPool(2)) {
            var both = hands.invokeAll(List.of(another, another));
            assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
        }
        assertThat(absences.of(EXPERT)).hasSize(2);
    }

    @Test
    void theDeputyOfADeputyStandsInAndOfTwoWhoStandInForEachOtherNobody() {
        record(EXPERT, "expert7.epicare", EXPERT);
        record("expert7.epicare", "expert5.epicare", "expert7.epicare");
        assertThat(absences.deputyOf(EXPERT)).contains("expert5.epicare");
        assertThat(absences.standsInFor("expert5.epicare")).containsExactlyInAnyOrder("expert7.epicare", EXPERT);

        record("expert5.epicare", EXPERT, "expert5.epicare");
        assertThat(absences.deputyOf(EXPERT)).isEmpty();
    }

    @Test
    void whoIsAwayWithoutADeputyHasNobodyStandingIn() {
        record(EXPERT, null, EXPERT);

        assertThat(absences.deputyOf(EXPERT)).isEmpty();
        assertThat(absences.of(List.of(EXPERT, DISPATCHER))).containsOnlyKeys(EXPERT);
    }

    @Test
    void itIsRecordedOnThePageAndTakenBackOverTheApi() throws Exception {
        var expert = user(EXPERT).roles("EXPERT");
        web.perform(post("/absences")
                        .param("person", EXPERT)
                        .param("from", today().toString())
                        .param("until", today().plusDays(2).toString())
                        .param("deputy", "")
                        .with(expert)
                        .with(csrf()))
                .andExpect(redirectedUrl("/absences"));
        web.perform(get("/absences").with(expert))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Back again")))
                .andExpect(content().string(containsString("/expertise")))
                .andExpect(content().string(not(containsString("coordinator.epicare"))));
        web.perform(get("/work/away").with(expert)).andExpect(redirectedUrl("/absences"));

        var id = absences.of(EXPERT).getFirst().id();
        web.perform(get("/api/v1/absences").with(expert))
                .andExpect(jsonPath("$.items[0].person").value(EXPERT))
                .andExpect(jsonPath("$.items[0].expert").doesNotExist());
        web.perform(delete("/api/v1/absences/{id}", id)
                        .with(user("expert5.epicare").roles("EXPERT"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(delete("/api/v1/absences/{id}", id).with(expert).with(csrf()))
                .andExpect(status().isNoContent());
        web.perform(post("/api/v1/absences")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"person\":\"%s\",\"from\":\"2001-01-01\",\"until\":\"2001-01-02\"}"
                                .formatted(EXPERT))
                        .with(expert)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("absence-days"));
        web.perform(get("/absences").with(user("auditor").roles("AUDITOR"))).andExpect(status().isForbidden());
    }

    /** As it stands in the table, whoever could name such a deputy. */
    private UUID said(String person, String deputy, String by) {
        var absence = new Absence(UUID.randomUUID(), person, today(), today().plusDays(1), deputy, by);
        rows.add(absence, clock.instant());
        return absence.id();
    }

    private void record(String person, @Nullable String deputy, String by) {
        book.record(person, today(), today().plusDays(1), deputy, person(by));
    }

    private void refused(String code, String person, @Nullable String deputy, String by) {
        assertThatThrownBy(() -> record(person, deputy, by))
                .isInstanceOfSatisfying(
                        AbsenceRefused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private Person person(String user) {
        return access.person(user).orElseThrow();
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
