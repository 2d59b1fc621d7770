package org.konsil.rights;

import static org.mockito.ArgumentMatchers.argThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelStory;
import org.konsil.process.HumanTask;
import org.konsil.process.Outbox;
import org.konsil.process.TaskBoard;
import org.konsil.process.WaitingTask;
import org.konsil.referral.NewRounds;
import org.konsil.referral.Referrals;
import org.konsil.vault.Controller;
import org.konsil.worklist.CopyWork;
import org.konsil.worklist.WorkItem;
import org.konsil.worklist.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests of patients and the tasks that the engine puts up for them; what the engine is told is noted only. */
@SpringBootTest(properties = {"camunda.client.enabled=false", "konsil.engine=none"})
@ActiveProfiles({"demo", "test"})
@Import(PanelStory.class)
abstract class RightsWork {

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

    CaseId closed() {
        var caseId = story.atEpicare();
        referrals.endCare(caseId, PanelStory.job(), "WITHDRAWN", null);
        return caseId;
    }

    void erase(Part part) {
        transaction.executeWithoutResult(
                status -> answering.decide(part, Part.State.GRANTED, "gdpr-17-1", Actor.of("dpo.fi")));
        rights.carryOut(part.caseId(), PanelStory.job(), part.id().toString());
    }

    Part part(Part earlier) {
        return parts.find(earlier.caseId(), earlier.id()).orElseThrow();
    }

    List<Long> open(CaseId caseId) {
        return work.open(caseId).stream().map(WorkItem::taskKey).toList();
    }

    static HumanTask about(long key) {
        return argThat(task -> task.key() == key);
    }

    Part ask(CaseId caseId, Kind kind, Controller controller) {
        var nothing = JsonNodeFactory.instance.objectNode();
        var request = transaction.execute(status -> requests.open(
                caseId, kind, List.of(controller), LocalDate.of(2026, 1, 5), nothing, Actor.of("dpo.fi")));
        return asked.get(UUID.fromString(String.valueOf(request)), caseId)
                .parts()
                .getFirst();
    }

    long putUp(Part part, String group) {
        return putUp(
                part.caseId(),
                "data-subject-request",
                "answer-request",
                part.id().toString(),
                group);
    }

    long putUp(CaseId caseId, String process, String form, String subject, String group) {
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

    void move(CaseId caseId) {
        transaction.executeWithoutResult(status -> rounds.toAnotherProvider(caseId, "ous", Actor.of("clinician.fi")));
    }

    WorkItem item(CaseId caseId, long key) {
        return work.open(caseId).stream()
                .filter(it -> it.taskKey() == key)
                .findFirst()
                .orElseThrow();
    }

    Person person(String account) {
        return access.person(account).orElseThrow();
    }
}
