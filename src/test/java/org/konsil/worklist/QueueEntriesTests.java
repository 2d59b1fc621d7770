package org.konsil.worklist;

import static java.util.Locale.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.Cause;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Urgency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What the lists are read from is, after each change, what follows from the work and the grants. */
@HouseTest
@Import(Desk.class)
class QueueEntriesTests {

    private static final String ONE = "dispatcher.epicare";
    private static final ObjectNode NO_ANSWERS = JsonNodeFactory.instance.objectNode();

    @Autowired
    QueueUpkeep upkeep;

    @Autowired
    QueueRows queue;

    @Autowired
    Desk desk;

    @Autowired
    WorkItems items;

    @Autowired
    ItemChanges changes;

    @Autowired
    QueueEntries entries;

    @Autowired
    Completion completion;

    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    Recall recall;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseRounds rounds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyChangeOfWorkOrGrantsIsInTheEntriesWithIt() {
        var caseId = desk.aCase();
        var key = desk.aTask(caseId, "dispatcher:epicare");
        assertThat(holders(key)).contains("dispatcher:epicare", "coordinator:epicare", "clinician:hus", "dpo:hus");
        same(key);
        items.claim(key, desk.person(ONE));
        assertThat(holders(key)).contains(ONE);
        same(key);
        transaction.executeWithoutResult(status -> changes.reconsider(caseId, Urgency.URGENT));
        same(key);
        transaction.executeWithoutResult(status -> changes.prioritize(key, 90));
        same(key);
        transaction.executeWithoutResult(status -> changes.dated(items.get(key, desk.person(ONE)), null, true));
        same(key);
        desk.letIn(caseId, "coordinator:bond");
        assertThat(holders(key)).contains("coordinator:bond");
        same(key);
        desk.takeAway(caseId);
        assertThat(holders(key)).doesNotContain("coordinator:bond", "coordinator:epicare");
        same(key);
        transaction.executeWithoutResult(status -> changes.close(key, WorkItem.State.CANCELED, null));
        assertThat(holders(key)).isEmpty();
        same(key);
    }

    @Test
    void workFromBeforeThereWereEntriesGetsThem() {
        CaseId caseId = desk.aCase();
        var key = desk.aTask(caseId, "dispatcher:epicare");
        var kept = rows(key);
        jdbc.sql("DELETE FROM queue_entry WHERE task_key = ?").param(key).update();

        upkeep.afterSingletonsInstantiated();

        assertThat(rows(key)).isEqualTo(kept);
    }

    @Test
    void aListGoesOnPastWhatMayNotBeKnownOfAnyMore() {
        var group = "dispatcher:transplantchild";
        var reader = new QueueReader(
                desk.person("dispatcher.transplantchild"),
                Set.of(group, "dispatcher.transplantchild"),
                Set.of(),
                Set.of());
        var keys = new ArrayList<Long>();
        for (int number = 0; number < 12; number++) {
            var caseId = desk.aCase();
            desk.letIn(caseId, group);
            keys.add(desk.aTask(caseId, null, 100 - number, group));
            if (number != 7 && number < 10) {
                desk.takeAway(caseId);
            }
        }
        var byPriority = QueueFilter.of(Map.of("sort", "-priority"));

        var page = queue.page(Queue.AVAILABLE, byPriority, reader, 1);
        var next = queue.page(Queue.AVAILABLE, byPriority.from(page.next()), reader, 2);

        assertThat(page.items()).extracting(WorkItem::taskKey).containsExactly(keys.get(7));
        assertThat(next.items()).extracting(WorkItem::taskKey).containsExactly(keys.get(10), keys.get(11));
        assertThat(next.next()).isNull();
        assertThat(queue.count(Queue.AVAILABLE, byPriority, reader, 2)).isEqualTo(2);
        assertThat(queue.count(Queue.AVAILABLE, byPriority, reader, null)).isEqualTo(3);
    }

    @Test
    void whoseCaseItIsEndsWithTheCaseAndBeginsAgainWithIt() {
        var caseId = desk.aCase();
        items.claim(desk.aTask(caseId, "dispatcher:epicare"), desk.person(ONE));
        assertThat(peopleOf(caseId)).containsExactly(ONE);

        transaction.executeWithoutResult(status -> cases.close(caseId, ClosingReason.ADVISED, Actor.SYSTEM));
        assertThat(peopleOf(caseId)).isEmpty();
        items.claim(desk.aTask(caseId, "dispatcher:epicare"), desk.person(ONE));
        assertThat(peopleOf(caseId)).isEmpty();

        transaction.executeWithoutResult(status -> rounds.begin(caseId, Cause.REOPENED, Actor.SYSTEM));
        assertThat(peopleOf(caseId)).containsExactly(ONE);
    }

    @Test
    void whoeverChangesWorkOfACaseWaitsForTheCaseBeforeHoldingTheWork() {
        var caseId = desk.aCase();
        var key = desk.aTask(caseId, "dispatcher:epicare");
        var board = house.createBean(ItemBoard.class); // the house's own hears of no engine
        var deeds = List.<Consumer<TransactionStatus>>of(
                status -> completion.complete(
                        key, (form, context) -> form.read(NO_ANSWERS, context), 1, desk.person(ONE), ENGLISH),
                status -> board.changed(desk.waiting(key, caseId, 70, "dispatcher:epicare")),
                status -> recall.ofReferral(caseId, Actor.SYSTEM));
        for (var deed : deeds) {
            var waits = transaction.<CompletableFuture<Void>>execute(begun -> {
                rounds.hold(List.of(caseId));
                var other = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(deed));
                await().until(() -> other.isDone() || isSomebodyBlocked());
                assertThat(other).isNotDone();
                assertThat(lockable(key)).containsExactly(key);
                return other;
            });
            assertThat(waits)
                    .satisfies(other -> other.exceptionally(refused -> null).join());
        }
    }

    private boolean isSomebodyBlocked() {
        return !jdbc.sql("SELECT session_id FROM information_schema.sessions WHERE blocker_id IS NOT NULL")
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** What somebody else could hold of it now. */
    private List<Long> lockable(long key) {
        return CompletableFuture.supplyAsync(() -> transaction.execute(
                        begun -> jdbc.sql("SELECT task_key FROM work_item WHERE task_key = ? FOR UPDATE SKIP LOCKED")
                                .param(key)
                                .query(Long.class)
                                .list()))
                .join();
    }

    private List<String> peopleOf(CaseId caseId) {
        return jdbc.sql("SELECT user_id FROM case_part WHERE case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .list();
    }

    private void same(long key) {
        var kept = rows(key);
        transaction.executeWithoutResult(status -> entries.derive(key));
        assertThat(rows(key)).isEqualTo(kept);
    }

    private List<String> holders(long key) {
        return rows(key).stream().map(row -> String.valueOf(row.get("holder"))).toList();
    }

    private List<Map<String, Object>> rows(long key) {
        return jdbc.sql("SELECT * FROM queue_entry WHERE task_key = ? ORDER BY holder")
                .param(key)
                .query()
                .listOfRows();
    }
}
