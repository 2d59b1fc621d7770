package org.konsil.boards;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Person;
import org.konsil.casefile.Attachments;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.GivenConsent;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Days;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.panel.PanelStory;
import org.konsil.vault.Controller;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** EpiCARE's board, and cases that are ready for it. */
@TestComponent
public class BoardStory {

    static final NetworkId EPICARE = NetworkId.of("epicare");

    private final PanelStory story;
    private final Boards boards;
    private final MeetingRows meetings;
    private final CaseFiles cases;
    private final Attachments attachments;
    private final Grants grants;
    private final Access access;
    private final ApplicationContext house;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    BoardStory(
            PanelStory story,
            Boards boards,
            MeetingRows meetings,
            CaseFiles cases,
            Attachments attachments,
            Grants grants,
            Access access,
            ApplicationContext house,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.story = story;
        this.boards = boards;
        this.meetings = meetings;
        this.cases = cases;
        this.attachments = attachments;
        this.grants = grants;
        this.access = access;
        this.house = house;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** No case of another test waits for a place. */
    void nothingWaits() {
        jdbc.sql("DELETE FROM board_slot").update();
        jdbc.sql("UPDATE panel SET state = 'CLOSED'").update();
    }

    Board open(UUID id, int slots) {
        var weekly = new Rhythm(
                Rhythm.Kind.WEEKLY,
                1,
                0,
                DayOfWeek.TUESDAY,
                Days.of(clock.instant()),
                LocalTime.of(14, 0),
                ZoneId.of("Europe/Brussels"));
        var plan = new BoardPlan(null, weekly, slots, 15, null, "https://room.example/epicare", 0);
        return boards.open(id, EPICARE, plan, coordinator());
    }

    /** The next session of a board. */
    Meeting planned(Board board) {
        var before = meetings.moments(board.id());
        boards.plan(board.id(), 1, coordinator());
        return meetings.of(EPICARE, clock.instant()).stream()
                .filter(it -> it.boardId().equals(board.id()) && !before.contains(it.startsAt()))
                .findFirst()
                .orElseThrow();
    }

    /** With opinions, a document, and a panel at work. */
    public CaseId ready() {
        var caseId = story.withOpinions();
        atWork(caseId);
        transaction.executeWithoutResult(status -> attachments.add(
                caseId, Controller.HOME, "mri.txt", "MRI.".getBytes(StandardCharsets.UTF_8), Actor.of("clinician.fi")));
        return caseId;
    }

    void atWork(CaseId caseId) {
        transaction.executeWithoutResult(status -> {
            cases.enter(caseId, Stage.ASSESS, CaseState.ASSESSING, Actor.SYSTEM);
            grants.share(GivenConsent.toEverything(house, caseId), Group.of("coordinator:epicare"), Grants.As.NETWORK);
        });
    }

    /** Somebody works on the case's panel no longer. */
    void leaves(CaseId caseId, String expert) {
        transaction.executeWithoutResult(status -> grants.revoke(caseId, new Grants.Standing(expert, Grants.As.PANEL)));
    }

    /** Of EpiCARE. */
    Person coordinator() {
        return access.person("coordinator.epicare").orElseThrow();
    }
}
