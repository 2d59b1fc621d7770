package org.konsil.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.audit.Audit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@HouseTest
@Import(Desk.class)
class BulkTests {

    private static final String ONE = "dispatcher.epicare";
    private static final String OTHER = "coordinator.epicare";
    private static final String GROUP = "dispatcher:epicare";

    @Autowired
    Desk desk;

    @Autowired
    WorkItems items;

    @Autowired
    Bulk bulk;

    @Autowired
    BulkRows acts;

    @Autowired
    ItemDoor door;

    @Autowired
    ItemRows rows;

    @Autowired
    Hands hands;

    @Autowired
    Steering steering;

    @Autowired
    BulkUndo undo;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aPreviewSaysWhatWouldBecomeOfEachAndDoesNothing() throws Exception {
        var caseId = desk.aCase();
        var free = desk.aTask(caseId, GROUP);
        var taken = desk.aTask(caseId, GROUP);
        items.claim(taken, desk.person(OTHER));

        desk.send(ONE, "/work/bulk", "task", "" + free, "task", "" + taken, "deed", "claim")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Would be done")))
                .andExpect(content().string(containsString("Somebody else was faster")));
        assertThat(items.get(free, desk.person(ONE)).assignee()).isNull();
        desk.send(ONE, "/work/bulk", "task", "" + free, "deed", "priority")
                .andExpect(content().string(containsString("Choose above first")));
        desk.send(ONE, "/work/bulk", "deed", "claim").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void whatIsRefusedForOneIsDoneForTheOthersAndTwiceIsOnce() throws Exception {
        var caseId = desk.aCase();
        var free = desk.aTask(caseId, GROUP);
        var taken = desk.aTask(caseId, GROUP);
        items.claim(taken, desk.person(OTHER));
        var id = UUID.randomUUID();

        for (int time = 0; time < 2; time++) {
            desk.send(ONE, "/work/bulk/do", "id", "" + id, "task", "" + free, "task", "" + taken, "deed", "claim")
                    .andExpect(redirectedUrl("/work/bulk/" + id));
        }

        assertThat(items.get(free, desk.person(ONE)).assignee()).isEqualTo(ONE);
        assertThat(items.get(free, desk.person(ONE)).version()).isEqualTo(2);
        assertThat(items.get(taken, desk.person(ONE)).assignee()).isEqualTo(OTHER);
        desk.open(ONE, "/work/bulk/" + id)
                .andExpect(content().string(containsString("Somebody else was faster")))
                .andExpect(content().string(containsString("Undo")));
        desk.open(OTHER, "/work/bulk/" + id).andExpect(status().isConflict());
    }

    @Test
    void whatAnAttemptThatBrokeOffHasNotComeToIsDoneWhenTheFormIsSentAgain() throws Exception {
        var caseId = desk.aCase();
        var first = desk.aTask(caseId, GROUP);
        var second = desk.aTask(caseId, GROUP);
        var id = UUID.randomUUID();
        var order = new Bulk.Order(Deed.CLAIM, "");
        bulk.run(id, List.of(first), order, desk.person(ONE));

        desk.send(ONE, "/work/bulk/do", "id", "" + id, "task", "" + first, "task", "" + second, "deed", "claim");

        assertThat(items.get(first, desk.person(ONE)).version()).isEqualTo(2);
        assertThat(items.get(second, desk.person(ONE)).assignee()).isEqualTo(ONE);
        assertThat(acts.steps(id)).allMatch(BulkRows.Step::isDone).hasSize(2);
    }

    @Test
    void nobodyGoesOnWithWhatAnotherHasBegunOrTakenBack() {
        var key = desk.aTask(desk.aCase(), GROUP);
        var id = UUID.randomUUID();
        bulk.run(id, List.of(), new Bulk.Order(Deed.CLAIM, ""), desk.person(ONE));
        bulk.run(id, List.of(key), new Bulk.Order(Deed.CLAIM, ""), desk.person(OTHER));
        assertThat(items.get(key, desk.person(ONE)).assignee()).isNull();

        acts.undo(id);
        bulk.run(id, List.of(key), new Bulk.Order(Deed.CLAIM, ""), desk.person(ONE));
        assertThat(items.get(key, desk.person(ONE)).assignee()).isNull();
    }

    @Test
    void theSameFormSentTwiceAtOneMomentIsDoneOnce() throws Exception {
        var caseId = desk.aCase();
        var keys = Stream.generate(() -> desk.aTask(caseId, GROUP)).limit(8).toList();
        var id = UUID.randomUUID();
        var order = new Bulk.Order(Deed.PRIORITY, "90");
        var together = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var sent = Stream.generate(() -> both.submit(() -> {
                        together.await();
                        bulk.run(id, keys, order, desk.person(ONE));
                        return true;
                    }))
                    .limit(2)
                    .toList();
            for (var one : sent) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(acts.steps(id)).hasSize(8).allMatch(BulkRows.Step::isDone);
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(items.get(key, desk.person(ONE)).version()).isEqualTo(2));
    }

    @Test
    void whoGivesWayToSomebodyElsesActTriesAgainAndDoesItOnce() {
        var caseId = desk.aCase();
        var keys = List.of(desk.aTask(caseId, GROUP), desk.aTask(caseId, GROUP));
        var id = UUID.randomUUID();

        thatGivesWay(2).run(id, keys, new Bulk.Order(Deed.PRIORITY, "90"), desk.person(ONE));

        assertThat(acts.steps(id)).hasSize(2).allMatch(BulkRows.Step::isDone);
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(items.get(key, desk.person(ONE)).version()).isEqualTo(2));
    }

    @Test
    void whoAlwaysGivesWayLeavesTheTaskAsItIsAndTheSameFormGoesOn() {
        var caseId = desk.aCase();
        var keys = List.of(desk.aTask(caseId, GROUP), desk.aTask(caseId, GROUP));
        var id = UUID.randomUUID();
        var order = new Bulk.Order(Deed.PRIORITY, "90");

        assertThatThrownBy(() -> thatGivesWay(3).run(id, keys, order, desk.person(ONE)))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(items.get(keys.getFirst(), desk.person(ONE)).priority()).isEqualTo(50);
        assertThat(acts.steps(id)).isEmpty();

        bulk.run(id, keys, order, desk.person(ONE));
        assertThat(acts.steps(id)).hasSize(2).allMatch(BulkRows.Step::isDone);
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(items.get(key, desk.person(ONE)).version()).isEqualTo(2));
    }

    /** What the database says so many times when two wait for each other; by then the task is changed, and taken back with the transaction. */
    private Bulk thatGivesWay(int times) {
        var left = new AtomicInteger(times);
        var losing = new BulkRows(jdbc, clock) {
            @Override
            void add(UUID id, Step step) {
                if (left.getAndDecrement() > 0) {
                    throw new CannotAcquireLockException("gave way");
                }
                super.add(id, step);
            }
        };
        return new Bulk(door, rows, hands, steering, losing, undo, audit, clock, transactions);
    }

    @Test
    void undoTakesBackWhatNobodyHasTouchedSince() throws Exception {
        var caseId = desk.aCase();
        var untouched = desk.aTask(caseId, GROUP);
        var touched = desk.aTask(caseId, GROUP);
        var id = UUID.randomUUID();
        desk.send(
                ONE,
                "/work/bulk/do",
                "id",
                "" + id,
                "task",
                "" + untouched,
                "task",
                "" + touched,
                "deed",
                "assign",
                "value",
                OTHER);
        items.release(touched, null, desk.person(OTHER));
        items.claim(touched, desk.person(OTHER));

        desk.send(ONE, "/work/bulk/" + id + "/undo");

        assertThat(items.get(untouched, desk.person(ONE)).assignee()).isNull();
        assertThat(items.get(touched, desk.person(ONE)).assignee()).isEqualTo(OTHER);
        desk.open(ONE, "/work/bulk/" + id)
                .andExpect(content().string(containsString("Somebody has acted on this task since")));
        desk.send(ONE, "/work/bulk/" + id + "/undo").andExpect(status().isConflict());
    }

    @Test
    void prioritiesAndRemindersAreForThoseWhoFollowTheCase() throws Exception {
        var caseId = desk.aCase();
        var key = desk.aTask(caseId, GROUP, "centre:fi");
        var id = UUID.randomUUID();
        desk.send(ONE, "/work/bulk/do", "id", "" + id, "task", "" + key, "deed", "priority", "value", "90");
        assertThat(items.get(key, desk.person(ONE)).priority()).isEqualTo(90);
        assertThat(desk.page(ONE, "/work/available?priority=high&caseId=" + caseId))
                .contains("/tasks/" + key);
        desk.send(ONE, "/work/bulk/" + id + "/undo");
        assertThat(items.get(key, desk.person(ONE)).priority()).isEqualTo(50);

        var reminded = UUID.randomUUID();
        desk.send(ONE, "/work/bulk/do", "id", "" + reminded, "task", "" + key, "deed", "remind");
        desk.send(ONE, "/work/bulk", "task", "" + key, "deed", "remind")
                .andExpect(content().string(containsString("at least four hours")));
    }

    @Test
    void aDateIsSetForAllAndTakenBackAgain() throws Exception {
        var key = desk.aTask(desk.aCase(), GROUP);
        var before = items.get(key, desk.person(ONE)).due();
        var id = UUID.randomUUID();

        desk.send(ONE, "/work/bulk/do", "id", "" + id, "task", "" + key, "deed", "due", "value", "2090-05-01");
        assertThat(items.get(key, desk.person(ONE)).due()).isEqualTo("2090-05-01T21:59:59Z");
        assertThat(desk.page(ONE, "/work/available?sort=-due")).contains("/tasks/" + key);

        desk.send(ONE, "/work/bulk/" + id + "/undo");
        assertThat(items.get(key, desk.person(ONE)).due()).isEqualTo(before);
        desk.send(ONE, "/work/bulk", "task", "" + key, "deed", "due", "value", "2020-05-01")
                .andExpect(content().string(containsString("The date is over")));
    }
}
