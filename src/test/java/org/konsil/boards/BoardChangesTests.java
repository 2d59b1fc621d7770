package org.konsil.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.panel.PanelStory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Boards are changed, and agendas fill themselves. */
@HouseTest
@Import({PanelStory.class, BoardStory.class})
class BoardChangesTests {

    @Autowired
    BoardStory scene;

    @Autowired
    Boards boards;

    @Autowired
    BoardChanges changes;

    @Autowired
    Meetings meetings;

    @Autowired
    Agendas agendas;

    @Autowired
    AgendaFilling filling;

    @Autowired
    MeetingRows rows;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @SuppressWarnings("NullAway.Init") // each test has a board of its own
    private Board board;

    @BeforeEach
    void aBoardOfItsOwn() {
        scene.nothingWaits();
        board = scene.open(UUID.randomUUID(), 2);
    }

    @AfterEach
    void noAgendaFillsItself() {
        jdbc.sql("UPDATE board SET fill_days = 0").update();
    }

    @Test
    void sessionsAheadMoveWithTheirAgendasAndCalendarsLearnOfIt() throws Exception {
        var first = scene.planned(board);
        var second = scene.planned(board);
        var caseId = scene.ready();
        agendas.add(first.id(), caseId, coordinator());

        change(onWednesdaysAtThree());

        assertThat(now(first).startsAt()).isEqualTo(aDayAndAnHourLater(first.startsAt()));
        assertThat(now(second).startsAt()).isEqualTo(aDayAndAnHourLater(second.startsAt()));
        assertThat(agendas.of(first)).extracting(Slot::caseId).containsExactly(caseId);
        assertThat(page("/boards/sessions/" + first.id() + "/invitation.ics")).contains("METHOD:REQUEST", "SEQUENCE:1");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_event WHERE action = 'session-moved' AND object = ?")
                        .param("board:" + first.id())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(boards.planAhead(board.id(), 2, coordinator())).isZero();
    }

    @Test
    void calendarsLearnOfAnotherPlaceToo() throws Exception {
        var meeting = scene.planned(board);

        change(plan -> new BoardPlan(
                null, plan.rhythm(), plan.slots(), plan.slotMinutes(), "Room 5", "https://meet.example.eu/5", 0));

        assertThat(now(meeting).startsAt()).isEqualTo(meeting.startsAt());
        assertThat(page("/boards/sessions/" + meeting.id() + "/invitation.ics"))
                .contains("SEQUENCE:1", "Room 5", "https://meet.example.eu/5");
    }

    @Test
    void whatWasMovedByHandKeepsItsMomentAndWhatWasHeldStaysAsItWas() {
        var held = scene.planned(board);
        meetings.begin(held.id(), coordinator());
        meetings.end(held.id(), coordinator());
        var moved = scene.planned(board);
        var byHand = moved.startsAt().plusSeconds(5 * 3600);
        meetings.fix(moved.id(), byHand, coordinator());

        change(onWednesdaysAtThree());

        assertThat(now(held)).isEqualTo(withState(held, Meeting.State.OVER));
        assertThat(now(moved).startsAt()).isEqualTo(byHand);
        assertThat(now(moved).place()).isEqualTo("Room 4");
    }

    @Test
    void aSessionThatIsFullerThanTheBoardIsFromNowOnKeepsItsAgenda() {
        var meeting = scene.planned(board);
        agendas.add(meeting.id(), scene.ready(), coordinator());
        agendas.add(meeting.id(), scene.ready(), coordinator());

        change(plan -> new BoardPlan(null, plan.rhythm(), 1, 30, null, null, 0));

        assertThat(now(meeting).slots()).isEqualTo(2);
        assertThat(now(meeting).length()).hasMinutes(60);
        assertThat(now(meeting).sequence()).isOne();
        assertThat(agendas.of(meeting)).hasSize(2);
    }

    @Test
    void theSecondOfTwoWhoChangeItIsToldAndTheSameTwiceIsOnce() throws Exception {
        var plan = onWednesdaysAtThree().apply(board.plan());
        changes.change(board.id(), 0, plan, coordinator());
        assertThat(changes.change(board.id(), 0, plan, coordinator()).version()).isOne();

        web.perform(post("/boards/" + board.id())
                        .param("version", "0")
                        .param("rhythm", "WEEKLY")
                        .param("every", "1")
                        .param("weekday", "FRIDAY")
                        .param("firstDay", "2026-01-01")
                        .param("time", "09:00")
                        .param("zone", "Europe/Helsinki")
                        .param("slots", "8")
                        .param("slotMinutes", "15")
                        .param("fillDays", "7")
                        .with(coordinating())
                        .with(csrf()))
                .andExpect(status().isConflict());
        assertThat(page("/boards/" + board.id())).contains("value=\"15:00\"", "Room 4");
    }

    @Test
    void aClosedBoardAndThatOfAnotherNetworkAreNotChanged() {
        var plan = onWednesdaysAtThree().apply(board.plan());
        assertThatThrownBy(() -> changes.change(
                        board.id(), 0, plan, access.person("coordinator.rnd").orElseThrow()))
                .isInstanceOfSatisfying(
                        BoardRefused.class, no -> assertThat(no.code()).isEqualTo("board-unknown"));
        boards.close(board.id(), coordinator());
        assertThatThrownBy(() -> changes.change(board.id(), 0, plan, coordinator()))
                .isInstanceOfSatisfying(
                        BoardRefused.class, no -> assertThat(no.code()).isEqualTo("board-closed-for-good"));
    }

    @Test
    void anAgendaFillsItselfWhenItsSessionIsNearAndUndoesNothingThatWasDoneByHand() {
        var meeting = scene.planned(board);
        var unwanted = scene.ready();
        var wanted = scene.ready();
        filling.look();
        assertThat(agendas.of(meeting)).isEmpty();

        change(plan -> new BoardPlan(null, plan.rhythm(), 2, 15, null, null, 8));
        filling.look();
        assertThat(agendas.of(meeting)).extracting(Slot::caseId).containsExactly(unwanted, wanted);

        agendas.remove(meeting.id(), unwanted, coordinator());
        filling.look();
        assertThat(agendas.fill(meeting.id(), coordinator())).isZero();
        assertThat(agendas.of(meeting)).extracting(Slot::caseId).containsExactly(wanted);

        agendas.add(meeting.id(), unwanted, coordinator());
        filling.look();
        assertThat(agendas.of(meeting)).extracting(Slot::caseId).containsExactly(wanted, unwanted);
    }

    @Test
    void anAgendaThatIsFarOffDoesNotFillItselfYet() {
        scene.planned(board);
        var later = scene.planned(board);
        change(plan -> new BoardPlan(null, plan.rhythm(), 2, 15, null, null, 1));
        scene.ready();

        filling.look();

        assertThat(agendas.of(later)).isEmpty();
    }

    private void change(UnaryOperator<BoardPlan> how) {
        changes.change(board.id(), board.version(), how.apply(board.plan()), coordinator());
    }

    private static UnaryOperator<BoardPlan> onWednesdaysAtThree() {
        return plan -> {
            var old = plan.rhythm();
            var rhythm =
                    new Rhythm(old.kind(), 1, 0, DayOfWeek.WEDNESDAY, old.firstDay(), LocalTime.of(15, 0), old.zone());
            return new BoardPlan(null, rhythm, 2, 15, "Room 4", plan.videoLink(), 0);
        };
    }

    private Instant aDayAndAnHourLater(Instant moment) {
        return ZonedDateTime.ofInstant(moment, board.rhythm().zone())
                .plusDays(1)
                .plusHours(1)
                .toInstant();
    }

    private static Meeting withState(Meeting one, Meeting.State state) {
        return new Meeting(
                one.id(),
                one.boardId(),
                one.network(),
                one.startsAt(),
                one.slots(),
                one.slotMinutes(),
                one.place(),
                one.videoLink(),
                state,
                one.sequence());
    }

    private Meeting now(Meeting before) {
        return rows.find(before.id()).orElseThrow();
    }

    private Person coordinator() {
        return scene.coordinator();
    }

    private String page(String path) throws Exception {
        return web.perform(get(path).with(coordinating()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static RequestPostProcessor coordinating() {
        return user("coordinator.epicare").roles("COORDINATOR");
    }
}
