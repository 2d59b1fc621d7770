package org.konsil.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the lists are read from is, after each change, what follows from the work and the grants. */
@HouseTest
@Import(Desk.class)
class QueueEntriesTests {

    private static final String ONE = "dispatcher.epicare";

    @Autowired
    Desk desk;

    @Autowired
    WorkItems items;

    @Autowired
    ItemChanges changes;

    @Autowired
    QueueEntries entries;

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

        transaction.executeWithoutResult(status -> entries.deriveMissing());

        assertThat(rows(key)).isEqualTo(kept);
    }

    @Test
    void whoseCaseItIsEndsWithTheCaseAndBeginsAgainWithIt() {
        var caseId = desk.aCase();
        items.claim(desk.aTask(caseId, "dispatcher:epicare"), desk.person(ONE));
        assertThat(peopleOf(caseId)).containsExactly(ONE);

        transaction.executeWithoutResult(status -> cases.close(caseId, ClosingReason.ADVISED, Actor.SYSTEM));
        assertThat(peopleOf(caseId)).isEmpty();

        transaction.executeWithoutResult(status -> rounds.begin(caseId, Cause.REOPENED, Actor.SYSTEM));
        assertThat(peopleOf(caseId)).containsExactly(ONE);
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
