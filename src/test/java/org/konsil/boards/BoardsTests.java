package org.konsil.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.interim.InterimReports;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Urgency;
import org.konsil.panel.PanelSessions;
import org.konsil.panel.PanelStory;
import org.konsil.panel.Panels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** A network's regular session, from its rhythm to the minutes of each case. */
@HouseTest
@Import({PanelStory.class, BoardStory.class})
class BoardsTests {

    @Autowired
    PanelStory story;

    @Autowired
    BoardStory scene;

    @Autowired
    Boards boards;

    @Autowired
    Meetings meetings;

    @Autowired
    Agendas agendas;

    @Autowired
    RunningOrder order;

    @Autowired
    MeetingRows rows;

    @Autowired
    PanelSessions sessions;

    @Autowired
    Panels panels;

    @Autowired
    InterimReports reports;

    @Autowired
    CaseFiles cases;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @SuppressWarnings("NullAway.Init") // each test has a board of its own
    private Board board;

    @BeforeEach
    void aBoardOfItsOwn() {
        scene.nothingWaits();
        board = open(UUID.randomUUID(), 2);
    }

    @Test
    void thePageSentTwiceOpensOneBoard() {
        var id = UUID.randomUUID();
        open(id, 2);
        open(id, 2);

        assertThat(boards.of(coordinator()).stream().filter(it -> it.id().equals(id)))
                .hasSize(1);
    }

    @Test
    void theFirstTwoPressesAtOnceOpenOneBoard() throws Exception {
        var id = UUID.randomUUID();
        Callable<Board> press = () -> open(id, 2);
        try (var hands = Executors.newFixedThreadPool(2)) {
            var both = hands.invokeAll(List.of(press, press));
            for (var one : both) {
                assertThat(one.get().id()).isEqualTo(id);
            }
        }

        assertThat(boards.of(coordinator()).stream().filter(it -> it.id().equals(id)))
                .hasSize(1);
    }

    @Test
    void theNameOfAnotherNetworksBoardOpensNothing() {
        assertThatThrownBy(() -> boards.open(board.id(), NetworkId.of("rnd"), board.plan(), person("coordinator.rnd")))
                .isInstanceOfSatisfying(
                        BoardRefused.class, no -> assertThat(no.code()).isEqualTo("board-unknown"));
    }

    @Test
    void nobodyElseHoldsTheNetworksBoards() {
        assertThatThrownBy(() -> boards.plan(board.id(), 1, person("coordinator.rnd")))
                .isInstanceOf(BoardRefused.class);
        assertThatThrownBy(() -> boards.plan(board.id(), 1, person("lead.epicare")))
                .isInstanceOf(BoardRefused.class);
    }

    @Test
    void eachPressPlansTheNextSessionThatIsNotPlannedYet() {
        boards.plan(board.id(), 1, coordinator());
        boards.plan(board.id(), 2, coordinator());

        assertThat(rows.moments(board.id()))
                .containsExactlyElementsOf(board.rhythm().after(clock.instant(), 3));
    }

    @Test
    void aSessionThatWasMovedIsNotPlannedASecondTime() {
        boards.planAhead(board.id(), 2, coordinator());
        var first = rows.of(board.network(), clock.instant()).stream()
                .filter(it -> it.boardId().equals(board.id()))
                .findFirst()
                .orElseThrow();
        meetings.fix(first.id(), soon(24 * 3 + 5), coordinator());
        meetings.fix(first.id(), soon(24 * 3 + 6), coordinator());

        assertThat(boards.planAhead(board.id(), 2, coordinator())).isZero();
        assertThat(boards.planAhead(board.id(), 3, coordinator())).isOne();
    }

    @Test
    void theAgendaFillsByUrgencyAndWaitingTimeWithCasesThatLackNothing() {
        var waitsLongest = ready();
        var lacksDocuments = story.withOpinions();
        scene.atWork(lacksDocuments);
        var second = ready();
        var urgent = ready();
        transaction.executeWithoutResult(
                status -> cases.reconsider(urgent, Urgency.URGENT, Actor.of("dispatcher.epicare")));
        var meeting = planned();

        assertThat(agendas.fill(meeting.id(), coordinator())).isEqualTo(2);
        assertThat(agendas.fill(meeting.id(), coordinator())).isZero();
        assertThat(agendas.of(meeting)).extracting(Slot::caseId).containsExactly(urgent, waitsLongest);
        assertThat(agendas.waiting(meeting, coordinator()))
                .extracting(it -> it.about().caseId())
                .containsExactly(lacksDocuments, second);
    }

    @Test
    void aCaseStandsOnOneAgendaOnlyAndIsReadyAgainWhenTheSessionIsCalledOff() {
        var caseId = ready();
        var first = planned();
        var second = planned();
        agendas.add(first.id(), caseId, coordinator());

        assertThatThrownBy(() -> agendas.add(second.id(), caseId, coordinator()))
                .isInstanceOf(BoardRefused.class);
        meetings.cancel(first.id(), coordinator());
        agendas.add(second.id(), caseId, coordinator());
        assertThat(agendas.of(second)).hasSize(1);
    }

    @Test
    void theOrderIsChangedAndGapsClose() {
        var one = ready();
        var two = ready();
        var meeting = planned();
        agendas.add(meeting.id(), one, coordinator());
        agendas.add(meeting.id(), two, coordinator());

        order.sooner(meeting.id(), two, coordinator());
        assertThat(agendas.of(meeting)).extracting(Slot::caseId).containsExactly(two, one);
        agendas.remove(meeting.id(), two, coordinator());
        assertThat(agendas.of(meeting)).extracting(Slot::place).containsExactly(1);
    }

    @Test
    void whatHappensOnTheDayStandsInTheHistoryOfEachCaseForPagesThatLieOpen() {
        var one = ready();
        var two = ready();
        var meeting = planned();
        agendas.add(meeting.id(), one, coordinator());
        agendas.add(meeting.id(), two, coordinator());

        meetings.answer(meeting.id(), Map.of(meeting.startsAt(), AnswerRows.Can.YES), person("expert1.epicare"));
        meetings.invite(meeting.id(), coordinator());
        order.sooner(meeting.id(), two, coordinator());
        order.arrange(meeting.id(), List.of(two, one), coordinator());
        meetings.begin(meeting.id(), coordinator());
        meetings.begin(meeting.id(), coordinator());
        order.call(meeting.id(), two, coordinator());
        order.call(meeting.id(), two, coordinator());
        meetings.end(meeting.id(), coordinator());

        var both = List.of("session-answered", "session-invited", "case-reordered", "session-begun");
        assertThat(history(meeting, one)).containsExactlyElementsOf(and(both, "session-ended"));
        assertThat(history(meeting, two)).containsExactlyElementsOf(and(both, "case-called", "session-ended"));
    }

    /** What stands there of the session after the case was put on its agenda. */
    private List<String> history(Meeting meeting, CaseId caseId) {
        return jdbc.sql("SELECT action FROM audit_event WHERE object = ? AND case_id = ? AND action <> ?"
                        + " AND outcome = 'DONE' ORDER BY id")
                .params("board:" + meeting.id(), caseId.value(), "case-put-on-agenda")
                .query(String.class)
                .list();
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    @Test
    void theMomentIsFoundByAskingAndCalendarsLearnOfIt() {
        var caseId = ready();
        var early = soon(30);
        var late = soon(50);
        var id = boards.poll(board.id(), List.of(early, late), coordinator());
        agendas.add(id, caseId, coordinator());

        meetings.answer(id, Map.of(early, AnswerRows.Can.NO, late, AnswerRows.Can.YES), person("expert1.epicare"));
        meetings.answer(id, Map.of(late, AnswerRows.Can.MAYBE), person("expert1.epicare"));
        meetings.fix(id, late, coordinator());

        var meeting = rows.find(id).orElseThrow();
        assertThat(meeting.state()).isEqualTo(Meeting.State.FIXED);
        assertThat(meeting.startsAt()).isEqualTo(late);
        assertThat(meeting.sequence()).isEqualTo(1);
        assertThat(meetings.answers(meeting))
                .extracting(AnswerRows.Answer::can)
                .containsExactly(AnswerRows.Can.NO, AnswerRows.Can.MAYBE);
    }

    @Test
    void whoIsNotAskedNeitherSeesNorAnswers() {
        ready();
        var meeting = planned();

        assertThatThrownBy(() -> meetings.get(meeting.id(), person("expert1.epicare")))
                .isInstanceOf(BoardRefused.class);
        assertThatThrownBy(() -> meetings.answer(
                        meeting.id(), Map.of(meeting.startsAt(), AnswerRows.Can.YES), person("expert7.rnd")))
                .isInstanceOf(BoardRefused.class);
    }

    @Test
    void theInvitationHoldsPseudonymsOfOnesOwnCasesAndALinkAndNothingOfTheirHealth() throws Exception {
        var caseId = ready();
        var meeting = planned();
        agendas.add(meeting.id(), caseId, coordinator());
        meetings.fix(meeting.id(), soon(77), coordinator());
        var pseudonym = cases.summary(caseId).pseudonym();

        var written = page("expert1.epicare", "expert", "/boards/sessions/" + meeting.id() + "/invitation.ics");
        var event = Biweekly.parse(written).first().getEvents().getFirst();

        assertThat(written).contains("METHOD:REQUEST").doesNotContain("ORPHA", "seizures", "Virtanen", "surgery");
        assertThat(event.getUid().getValue()).isEqualTo(meeting.id() + "@konsil");
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(soon(77));
        assertThat(event.getDescription().getValue()).contains(pseudonym, "/boards/sessions/" + meeting.id());
        assertThat(event.getLocation().getValue()).isEqualTo("https://room.example/epicare");

        meetings.cancel(meeting.id(), coordinator());
        assertThat(page("expert1.epicare", "expert", "/boards/sessions/" + meeting.id() + "/invitation.ics"))
                .contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
    }

    @Test
    void minutesOfTheSessionAreThePanelsReachTheHomeClinicianAndBeginTheDraft() throws Exception {
        var caseId = ready();
        var meeting = planned();
        agendas.add(meeting.id(), caseId, coordinator());
        assertThatThrownBy(() -> agendas.keep(meeting.id(), caseId, minutes(), coordinator()))
                .isInstanceOf(BoardRefused.class);
        meetings.begin(meeting.id(), coordinator());
        order.call(meeting.id(), caseId, coordinator());

        web.perform(post("/cases/" + caseId + "/session/" + meeting.id())
                        .param("attendees", "lead.epicare", "expert1.epicare", "clinician.fi")
                        .param("points", "The MRI of March was shown.")
                        .param("decisions", "- Operate\nGammaKnife in Marseille\n")
                        .param("interimAdvice", "Keep clobazam.")
                        .with(as("coordinator.epicare", "coordinator"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        var held = sessions.held(caseId).getLast();
        assertThat(held.meetsOn()).isEqualTo(Days.of(meeting.startsAt()));
        assertThat(Objects.requireNonNull(held.minutes()).path("attendees")).hasSize(2);
        assertThat(agendas.of(meeting).getFirst().sessionId()).isEqualTo(held.id());
        assertThat(reports.of(caseId).getLast().advice()).isEqualTo("Keep clobazam.");
        assertThat(reports.of(caseId).getLast().words()).contains("ERN EpiCARE").contains("session");
        var draft = story.shown("draft-outcome", caseId, null, "lead.epicare");
        assertThat(draft.path("summary").asText()).isEqualTo("The MRI of March was shown.");
        assertThat(draft.path("recommendations").findValuesAsText("text"))
                .containsExactly("Operate", "GammaKnife in Marseille");
        assertThat(panels.of(caseId).orElseThrow().isOver()).isFalse();
    }

    @Test
    void minutesAreKeptOnceAndTheSecondTextIsNotLost() throws Exception {
        var caseId = ready();
        var meeting = planned();
        agendas.add(meeting.id(), caseId, coordinator());
        meetings.begin(meeting.id(), coordinator());
        agendas.keep(meeting.id(), caseId, minutes(), coordinator());

        var answer = web.perform(post("/cases/" + caseId + "/session/" + meeting.id())
                        .param("attendees", "lead.epicare")
                        .param("points", "Another view.")
                        .with(as("coordinator.epicare", "coordinator"))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("Another view.").contains("kept minutes of this case");
        assertThat(sessions.held(caseId)).hasSize(1);
    }

    @Test
    void thePagesShowTheAgendaToItsPanelAndOnlyAPlaceToOthers() throws Exception {
        var own = ready();
        var meeting = planned();
        agendas.add(meeting.id(), own, coordinator());
        var pseudonym = cases.summary(own).pseudonym();
        var path = "/boards/sessions/" + meeting.id();

        assertThat(page("coordinator.epicare", "coordinator", path))
                .contains(pseudonym, "3 opinions, 3 needed", "one document", "Begin the session");
        assertThat(page("expert1.epicare", "expert", path)).contains(pseudonym).doesNotContain("Begin the session");
        assertThat(page("expert1.epicare", "expert", "/boards")).contains(path);
        assertThat(page("coordinator.epicare", "coordinator", "/boards")).contains("Open a regular board");
        web.perform(get(path).with(as("expert1.rnd", "expert"))).andExpect(status().isNotFound());

        scene.leaves(own, "expert1.epicare");
        assertThat(page("expert1.epicare", "expert", path))
                .doesNotContain(pseudonym)
                .contains("A case of another panel");
    }

    private static Minutes minutes() {
        return new Minutes(List.of("lead.epicare"), null, "The MRI.", null, null);
    }

    private Board open(UUID id, int slots) {
        return scene.open(id, slots);
    }

    private Meeting planned() {
        return scene.planned(board);
    }

    private Instant soon(int hours) {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(hours));
    }

    private CaseId ready() {
        return scene.ready();
    }

    private Person coordinator() {
        return person("coordinator.epicare");
    }

    private Person person(String user) {
        return access.person(user).orElseThrow();
    }

    private String page(String account, String role, String path) throws Exception {
        return web.perform(get(path).with(as(account, role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static RequestPostProcessor as(String account, String role) {
        return user(account).roles(role.toUpperCase(Locale.ROOT));
    }
}
