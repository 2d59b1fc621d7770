package org.konsil.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.absences.AbsencesAlone;
import org.konsil.access.Person;
import org.konsil.forms.AnswersRefused;
import org.konsil.forms.Forms;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Urgency;
import org.konsil.process.AnswerSuperseded;
import org.konsil.process.HumanTask;
import org.konsil.process.Kept;
import org.konsil.process.NoDeployedForms;
import org.konsil.process.WaitingTask;
import org.konsil.vault.Controller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@JdbcTest(properties = "spring.flyway.locations=classpath:db/migration")
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({
    World.class,
    Kept.class,
    Forms.class,
    NoDeployedForms.class,
    ItemRows.class,
    QueueEntries.class,
    QueueRows.class,
    Queues.class,
    AbsencesAlone.class,
    Colleagues.class,
    Notes.class,
    Leftovers.class,
    ItemChanges.class,
    Participation.class,
    Offers.class,
    ItemBoard.class,
    ItemDoor.class,
    Restraint.class,
    Hands.class,
    Drafts.class,
    FormDesk.class,
    Completion.class,
    WorkItems.class
})
class WorkItemsTests {

    static long nextKey = 100;

    @Autowired
    WorkItems items;

    @Autowired
    ItemBoard board;

    @Autowired
    World world;

    @Autowired
    Kept audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void empty() {
        jdbc.sql("DELETE FROM work_item").update();
        world.kept.clear();
        world.completed.clear();
        world.stepRefuses = false;
    }

    @Test
    void aTaskOfMyGroupIsOnMyListAndOnNobodyElses() {
        var key = aTask("fi", Urgency.URGENT);

        var page = items.list(ItemFilter.all(), World.DISPATCHER);

        assertThat(page.total()).isEqualTo(1);
        assertThat(page.items()).singleElement().satisfies(item -> {
            assertThat(item.taskKey()).isEqualTo(key);
            assertThat(item.candidates()).containsExactly("dispatcher:epicare");
            assertThat(item.clock()).isEqualTo(ClockState.DUE_SOON);
            assertThat(item.version()).isEqualTo(1);
        });
        assertThat(items.list(ItemFilter.all(), World.CLINICIAN).items()).isEmpty();
        assertThatThrownBy(() -> items.get(key, World.CLINICIAN)).isInstanceOf(ItemRefused.class);
    }

    @Test
    void aListGoesOnWhereThePageEndedWhateverIsDoneMeanwhile() {
        var keys = new ArrayList<Long>();
        for (var index = 0; index < 7; index++) {
            keys.add(aTask("fi", index % 2 == 0 ? Urgency.URGENT : Urgency.ROUTINE));
        }
        for (var sort :
                List.of("due", "-due", "urgency", "-created", "name", "country", "priority", "network", "stage")) {
            var seen = new ArrayList<Long>();
            @Nullable String after = null;
            do {
                var page = items.list(filter(sort, after, 3), World.DISPATCHER);
                assertThat(page.total()).isEqualTo(7);
                page.items().forEach(item -> seen.add(item.taskKey()));
                after = page.next();
            } while (after != null);
            assertThat(seen).as(sort).containsExactlyInAnyOrderElementsOf(keys);
        }
        refused("filter-not-understood", () -> items.list(filter("shoe-size", null, 3), World.DISPATCHER));
        refused("filter-not-understood", () -> items.list(filter("due", "made-up", 3), World.DISPATCHER));
    }

    @Test
    void aListIsNarrowed() {
        aTask("fi", Urgency.URGENT);
        var key = aTask("no", Urgency.ROUTINE);
        items.claim(key, World.DISPATCHER);

        assertThat(found("country", "no")).containsExactly(key);
        assertThat(found("urgency", "routine")).containsExactly(key);
        assertThat(found("assignee", "me")).containsExactly(key);
        assertThat(found("assignee", "none")).doesNotContain(key).hasSize(1);
        assertThat(found("due", "week")).doesNotContain(key).hasSize(1);
        assertThat(found("due", "overdue")).isEmpty();
        assertThat(found("stage", "triage")).hasSize(2);
        assertThat(found("stage", "follow-up")).isEmpty();
        assertThat(found("group", "dispatcher:epicare")).hasSize(2);
        assertThat(found("network", "bond")).isEmpty();
        assertThat(items.counts(World.DISPATCHER)).isEqualTo(new Counts(1, 1, 0));
    }

    @Test
    void whoClaimsFirstHasItAndNobodyTakesItAway() throws Exception {
        var key = aTask("fi", Urgency.ROUTINE);
        var start = new CyclicBarrier(2);
        List<Future<String>> both;
        try (var hands = Executors.newFixedThreadPool(2)) {
            both = List.of(World.DISPATCHER, World.OTHER_DISPATCHER).stream()
                    .map(person -> hands.submit(() -> {
                        start.await();
                        try {
                            return String.valueOf(items.claim(key, person).assignee());
                        } catch (ItemRefused e) {
                            return e.code();
                        }
                    }))
                    .toList();
        }
        var outcomes = List.of(both.get(0).get(), both.get(1).get());

        assertThat(outcomes).containsOnlyOnce("task-taken");
        assertThat(outcomes)
                .contains(String.valueOf(items.get(key, World.DISPATCHER).assignee()));
    }

    @Test
    void aTaskGoesFromHandToHandOnlyToWhoMayWorkIt() {
        var key = aTask("fi", Urgency.ROUTINE);
        items.claim(key, World.DISPATCHER);

        refused("task-not-for-them", () -> items.delegate(key, "clinician.fi", null, World.DISPATCHER));
        refused("task-not-for-them", () -> items.delegate(key, "nobody", null, World.DISPATCHER));
        assertThat(items.delegate(key, "second.epicare", null, World.DISPATCHER).assignee())
                .isEqualTo("second.epicare");
        refused("task-not-yours", () -> items.release(key, null, World.DISPATCHER));
        assertThat(items.release(key, null, World.OTHER_DISPATCHER).assignee()).isNull();
    }

    @Test
    void aChangeInTheEngineLeavesTheTaskInTheHandsThatHaveIt() {
        var caseId = world.aCase("fi", Urgency.ROUTINE);
        var key = put(caseId, null, List.of("dispatcher:epicare"));
        items.claim(key, World.DISPATCHER);

        board.changed(waiting(caseId, key, null, List.of("dispatcher:epicare", "coordinator:epicare")));

        var item = items.get(key, World.DISPATCHER);
        assertThat(item.assignee()).isEqualTo("dispatcher.epicare");
        assertThat(item.candidates()).hasSize(2);
        board.changed(waiting(caseId, key, "second.epicare", List.of("dispatcher:epicare")));
        assertThat(items.get(key, World.OTHER_DISPATCHER).assignee()).isEqualTo("second.epicare");
        refused("task-unknown", () -> items.claim(key, World.CLINICIAN));
        board.changed(waiting(caseId, key, null, List.of("dispatcher:epicare")));
        assertThat(items.get(key, World.DISPATCHER).assignee()).isNull();
    }

    @Test
    void aChangeThatIsSaidTwiceIsOneChange() {
        var caseId = world.aCase("fi", Urgency.ROUTINE);
        var key = put(caseId, null, List.of("dispatcher:epicare"));

        for (int time = 1; time <= 2; time++) {
            board.changed(waiting(caseId, key, "second.epicare", List.of("dispatcher:epicare")));
        }

        assertThat(items.get(key, World.OTHER_DISPATCHER).version()).isEqualTo(2);
        assertThat(audit.history(caseId).stream()
                        .filter(entry -> entry.entry().action().equals("task-changed")))
                .hasSize(1);
    }

    @Test
    void aTaskForOnePersonIsOfferedToNobodyElse() {
        var caseId = world.aCase("fi", Urgency.ROUTINE);
        var key = put(caseId, "clinician.fi", List.of("dispatcher:epicare"));

        assertThat(items.list(ItemFilter.all(), World.DISPATCHER).items()).isEmpty();
        assertThat(items.list(ItemFilter.all(), World.CLINICIAN).items()).hasSize(1);
        refused("task-unknown", () -> items.claim(key, World.DISPATCHER));
        refused("task-reserved", () -> items.release(key, null, World.CLINICIAN));
    }

    @Test
    void completingKeepsTheAnswersTellsTheEngineAndIsRemembered() {
        var key = aTask("fi", Urgency.ROUTINE);
        var item = items.claim(key, World.DISPATCHER);

        var done = complete(key, "accept", item.version(), World.DISPATCHER);

        assertThat(done.state()).isEqualTo(WorkItem.State.DONE);
        assertThat(world.kept).singleElement().satisfies(it -> {
            assertThat(it.answers().path("decision").asText()).isEqualTo("accept");
            assertThat(it.by().userId()).isEqualTo("dispatcher.epicare");
        });
        assertThat(world.controllers.getLast()).isEqualTo(Controller.NETWORK);
        assertThat(world.completed).extracting(HumanTask::key).containsExactly(key);
        assertThat(world.told).containsEntry("said", "accept");
        assertThat(audit.actions(item.caseId())).contains("task-created", "task-claimed", "task-completed");
        assertThat(items.list(ItemFilter.all(), World.DISPATCHER).items()).isEmpty();
    }

    @Test
    void theSameAnswersTwiceAreOnceAndOtherAnswersAreTooLate() {
        var key = aTask("fi", Urgency.ROUTINE);
        var version = items.claim(key, World.DISPATCHER).version();
        var first = complete(key, "accept", version, World.DISPATCHER);

        assertThat(complete(key, "accept", version, World.DISPATCHER)).isEqualTo(first);
        refused("task-done", () -> complete(key, "return", version, World.DISPATCHER));
        refused("task-done", () -> complete(key, "accept", version, World.OTHER_DISPATCHER));
        assertThat(world.completed).hasSize(1);
    }

    @Test
    void wrongAnswersAreRefusedFieldByFieldAndTheTaskStaysOpen() {
        var key = aTask("fi", Urgency.ROUTINE);
        var item = items.get(key, World.DISPATCHER);

        assertThatThrownBy(() -> complete(key, "perhaps", 1, World.DISPATCHER))
                .isInstanceOfSatisfying(
                        AnswersRefused.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.Field::pointer)
                                .containsExactly("/decision"));
        refused("task-changed", () -> complete(key, "accept", 7, World.DISPATCHER));
        world.stepRefuses = true;
        assertThatThrownBy(() -> complete(key, "accept", 1, World.DISPATCHER)).isInstanceOf(World.StepSaysNo.class);

        assertThat(items.get(key, World.DISPATCHER)).isEqualTo(item);
        assertThat(world.completed).isEmpty();
        assertThat(audit.history(item.caseId()))
                .filteredOn(it -> it.entry().outcome() == org.konsil.audit.Entry.Outcome.REFUSED)
                .hasSize(3);
    }

    @Test
    void aDraftIsKeptSealedForItsAuthorAndGoneWhenDone() {
        var key = aTask("fi", Urgency.ROUTINE);
        items.claim(key, World.DISPATCHER);
        items.saveDraft(key, answers("return"), World.DISPATCHER);

        assertThat(items.form(key, World.DISPATCHER).data().path("decision").asText())
                .isEqualTo("return");
        assertThat(jdbc.sql("SELECT sealed FROM task_desk WHERE task_key = :key")
                        .param("key", key)
                        .query((row, index) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                        .single())
                .doesNotContain("return");
        complete(key, "accept", items.get(key, World.DISPATCHER).version(), World.DISPATCHER);
        assertThat(jdbc.sql("SELECT count(*) FROM task_desk").query(Long.class).single())
                .isZero();
    }

    @Test
    void aCancelledTaskLeavesTheListsAndAnAnswerThatCameTooLateIsShownAsSuch() {
        var key = aTask("fi", Urgency.ROUTINE);
        var other = aTask("fi", Urgency.ROUTINE);
        board.canceled(key);

        refused("task-canceled", () -> complete(key, "accept", 1, World.DISPATCHER));
        complete(other, "accept", 1, World.DISPATCHER);
        board.canceled(other);
        assertThat(items.get(other, World.DISPATCHER).state()).isEqualTo(WorkItem.State.DONE);
        events.publishEvent(
                new AnswerSuperseded(items.get(other, World.DISPATCHER).caseId(), other));

        assertThat(items.get(other, World.DISPATCHER).state()).isEqualTo(WorkItem.State.SUPERSEDED);
        assertThat(items.tooLate(World.DISPATCHER))
                .extracting(WorkItem::taskKey)
                .containsExactly(other);
        assertThat(items.tooLate(World.OTHER_DISPATCHER)).isEmpty();
    }

    @Test
    void hearingOfATaskTwiceOrOfAnUnknownCaseDoesNoHarm() {
        var caseId = world.aCase("fi", Urgency.ROUTINE);
        var task = waiting(caseId, ++nextKey, null, List.of("dispatcher:epicare", "dispatcher:epicare"));
        board.waiting(task);
        complete(nextKey, "accept", 1, World.DISPATCHER);
        board.waiting(task);

        assertThat(items.get(nextKey, World.DISPATCHER).state()).isEqualTo(WorkItem.State.DONE);
        board.waiting(waiting(CaseId.next(), ++nextKey, null, List.of("dispatcher:epicare")));
        assertThat(board.known(List.of(nextKey))).isEmpty();
        // after a wiped engine the same key names another task
        var again = world.aCase("no", Urgency.ROUTINE);
        board.waiting(waiting(again, task.task().key(), null, List.of("dispatcher:epicare")));
        assertThat(items.get(task.task().key(), World.DISPATCHER).caseId()).isEqualTo(again);
    }

    private long aTask(String country, Urgency urgency) {
        return put(world.aCase(country, urgency), null, List.of("dispatcher:epicare"));
    }

    /** A case has work only for those who were let in. */
    private void letIn(CaseId caseId, String holder) {
        jdbc.sql("INSERT INTO case_grant (case_id, holder, granted_as, granted_at) VALUES (?, ?, 'NETWORK', ?)")
                .params(caseId.value(), holder, OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                .update();
    }

    private long put(CaseId caseId, @Nullable String assignee, List<String> groups) {
        letIn(caseId, "dispatcher:epicare");
        letIn(caseId, "clinician:hus");
        board.waiting(waiting(caseId, ++nextKey, assignee, groups));
        return nextKey;
    }

    private static WaitingTask waiting(CaseId caseId, long key, @Nullable String assignee, List<String> groups) {
        var task = new HumanTask(key, caseId, "triage", "triage", "triage-test", null, null);
        return new WaitingTask(task, 1, null, "Triage the request", assignee, groups, List.of(), null, 50);
    }

    private WorkItem complete(long key, String decision, int version, Person by) {
        return items.complete(key, answers(decision), version, by, Locale.ENGLISH);
    }

    private static JsonNode answers(String decision) {
        return JsonNodeFactory.instance.objectNode().put("decision", decision);
    }

    private List<Long> found(String name, String value) {
        var said = new String[] {null, null, null, null, null, null, null};
        said[
                List.of("group", "assignee", "stage", "due", "network", "country", "urgency")
                        .indexOf(name)] = value;
        var filter = new ItemFilter(
                said[0], said[1], said[2], said[3], said[4], said[5], said[6], null, null, null, null, null, null, null,
                null);
        return items.list(filter, World.DISPATCHER).items().stream()
                .map(WorkItem::taskKey)
                .toList();
    }

    private static ItemFilter filter(String sort, @Nullable String after, int size) {
        return new ItemFilter(
                null, null, null, null, null, null, null, null, null, null, null, null, sort, after, size);
    }

    private static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
