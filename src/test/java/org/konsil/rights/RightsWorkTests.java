package org.konsil.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.audit.Recorded;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.konsil.panel.PanelStory;
import org.konsil.process.HumanTask;
import org.konsil.process.Outbox;
import org.konsil.process.TaskBoard;
import org.konsil.process.WaitingTask;
import org.konsil.referral.NewRounds;
import org.konsil.referral.Referrals;
import org.konsil.vault.Controller;
import org.konsil.worklist.CopyWork;
import org.konsil.worklist.ItemFilter;
import org.konsil.worklist.WorkItem;
import org.konsil.worklist.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** Each task about what a patient asked for has somebody who can do it, whatever else becomes of the case. */
@SpringBootTest(properties = {"camunda.client.enabled=false", "konsil.engine=none"})
@ActiveProfiles({"demo", "test"})
@Import(PanelStory.class)
class RightsWorkTests {

    private static final AtomicLong KEYS = new AtomicLong(910_000);

    @MockitoBean
    Outbox outbox;

    @Autowired
    PanelStory story;

    @Autowired
    RightsRequests requests;

    @Autowired
    RequestRows asked;

    @Autowired
    PartRows parts;

    @Autowired
    Answering answering;

    @Autowired
    PatientRights rights;

    @Autowired
    Certificates certificates;

    @Autowired
    Audit audit;

    @Autowired
    TaskBoard board;

    @Autowired
    CopyWork work;

    @Autowired
    WorkItems items;

    @Autowired
    NewRounds rounds;

    @Autowired
    Referrals referrals;

    @Autowired
    Access access;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aRequestGoesWithTheCaseToTheHospitalThatTakesItOver() {
        var caseId = story.atEpicare();
        var part = ask(caseId, Kind.ACCESS, Controller.HOME);
        var key = putUp(part, "dpo:hus");
        items.claim(key, person("dpo.fi"));

        move(caseId);

        assertThat(item(caseId, key).candidates()).containsExactly("dpo:ous");
        assertThat(item(caseId, key).assignee()).isNull();
        assertThat(parts.of(caseId)).extracting(Part::handler).containsExactly("dpo:ous");
        assertThat(items.get(key, person("dpo.no")).isOpen()).isTrue();
        assertThatThrownBy(() -> items.get(key, person("dpo.fi"))).isInstanceOf(Refusal.class);
    }

    @Test
    void aRequestThatComesUpAfterTheMoveIsForTheHospitalThatHasTheCase() {
        var caseId = story.atEpicare();
        var home = ask(caseId, Kind.ERASURE, Controller.HOME);
        var network = ask(caseId, Kind.ERASURE, Controller.NETWORK);

        move(caseId);
        var key = putUp(home, "dpo:hus");
        var other = putUp(network, "coordinator:epicare");

        assertThat(item(caseId, key).candidates()).containsExactly("dpo:ous");
        assertThat(items.list(ItemFilter.all(), person("dpo.no")).items())
                .extracting(WorkItem::taskKey)
                .contains(key);
        assertThat(item(caseId, other).candidates()).containsExactly("coordinator:epicare");
    }

    @Test
    void careThatEndsTellsTheProcessWhoHasTheCaseNow() {
        var caseId = story.atEpicare();
        move(caseId);

        var ended = referrals.endCare(caseId, PanelStory.job(), "WITHDRAWN", null);

        assertThat(ended.provider()).isEqualTo("ous");
    }

    @Test
    void anotherRequestForTheSameErasureEndsWithIt() {
        var caseId = closed();
        var first = ask(caseId, Kind.ERASURE, Controller.NETWORK);
        var second = ask(caseId, Kind.ERASURE, Controller.NETWORK);
        var home = ask(caseId, Kind.ERASURE, Controller.HOME);
        var key = putUp(second, "coordinator:epicare");
        var homeKey = putUp(home, "dpo:hus");

        erase(first);

        assertThat(open(caseId)).containsExactly(homeKey);
        verify(outbox).completeTask(about(key), any(), eq(Map.of("requestDecision", "fulfil")));
        assertThat(part(second).state()).isEqualTo(Part.State.GRANTED);
        rights.carryOut(caseId, PanelStory.job(), second.id().toString());
        assertThat(part(second).state()).isEqualTo(Part.State.FULFILLED);
        assertThat(certificates.of(caseId)).hasSize(1);
        assertThat(audit.history(caseId))
                .extracting(Recorded::entry)
                .filteredOn(entry -> "copy-erased".equals(entry.reason()))
                .extracting(Entry::action)
                .containsExactly("rights-answered");
    }

    @Test
    void aRequestThatComesUpAfterTheErasureEndsAtOnce() {
        var caseId = closed();
        var erasure = ask(caseId, Kind.ERASURE, Controller.HOME);
        var access = ask(caseId, Kind.ACCESS, Controller.HOME);

        erase(erasure);
        var key = putUp(access, "dpo:hus");

        assertThat(open(caseId)).isEmpty();
        verify(outbox).completeTask(about(key), any(), eq(Map.of("requestDecision", "refuse")));
        assertThat(part(access).state()).isEqualTo(Part.State.REFUSED);
        assertThat(part(access).ground()).isEqualTo("copy-erased");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyIsAskedWhatBecomesOfARecordThatIsErased(boolean before) {
        var caseId = closed();
        var erasure = ask(caseId, Kind.ERASURE, Controller.HOME);
        if (before) {
            putUp(caseId, "referral", "confirm-erasure", caseId.toString(), "dpo:hus");
            putUp(caseId, "referral", "advice-for-family", caseId.toString(), "clinician:hus");
        }

        erase(erasure);
        if (!before) {
            putUp(caseId, "referral", "confirm-erasure", caseId.toString(), "dpo:hus");
            putUp(caseId, "referral", "advice-for-family", caseId.toString(), "clinician:hus");
        }

        assertThat(open(caseId)).isEmpty();
        verify(outbox, times(2)).completeTask(any(), any(), eq(Map.of()));
        assertThat(parts.of(caseId))
                .filteredOn(part -> part.controller() == Controller.NETWORK)
                .singleElement()
                .matches(part -> part.kind() == Kind.ERASURE && part.state() == Part.State.OPEN);
    }

    @Test
    void theHomeProviderIsStillAskedWhereOnlyTheNetworksCopyIsErased() {
        var caseId = closed();
        var key = putUp(caseId, "referral", "confirm-erasure", caseId.toString(), "dpo:hus");

        erase(ask(caseId, Kind.ERASURE, Controller.NETWORK));

        assertThat(open(caseId)).containsExactly(key);
    }

    private CaseId closed() {
        var caseId = story.atEpicare();
        referrals.endCare(caseId, PanelStory.job(), "WITHDRAWN", null);
        return caseId;
    }

    private void erase(Part part) {
        transaction.executeWithoutResult(
                status -> answering.decide(part, Part.State.GRANTED, "gdpr-17-1", Actor.of("dpo.fi")));
        rights.carryOut(part.caseId(), PanelStory.job(), part.id().toString());
    }

    private Part part(Part earlier) {
        return parts.find(earlier.caseId(), earlier.id()).orElseThrow();
    }

    private List<Long> open(CaseId caseId) {
        return work.open(caseId).stream().map(WorkItem::taskKey).toList();
    }

    private static HumanTask about(long key) {
        return argThat(task -> task.key() == key);
    }

    private Part ask(CaseId caseId, Kind kind, Controller controller) {
        var nothing = JsonNodeFactory.instance.objectNode();
        var request = transaction.execute(status -> requests.open(
                caseId, kind, List.of(controller), LocalDate.of(2026, 1, 5), nothing, Actor.of("dpo.fi")));
        return asked.get(UUID.fromString(String.valueOf(request)), caseId)
                .parts()
                .getFirst();
    }

    private long putUp(Part part, String group) {
        return putUp(
                part.caseId(),
                "data-subject-request",
                "answer-request",
                part.id().toString(),
                group);
    }

    private long putUp(CaseId caseId, String process, String form, String subject, String group) {
        var key = KEYS.incrementAndGet();
        board.waiting(new WaitingTask(
                new HumanTask(key, caseId, process, form, form, subject, null),
                key,
                null,
                form,
                null,
                List.of(group),
                List.of(),
                Instant.parse("2040-01-01T00:00:00Z"),
                50));
        return key;
    }

    private void move(CaseId caseId) {
        transaction.executeWithoutResult(status -> rounds.toAnotherProvider(caseId, "ous", Actor.of("clinician.fi")));
    }

    private WorkItem item(CaseId caseId, long key) {
        return work.open(caseId).stream()
                .filter(it -> it.taskKey() == key)
                .findFirst()
                .orElseThrow();
    }

    private Person person(String account) {
        return access.person(account).orElseThrow();
    }
}
