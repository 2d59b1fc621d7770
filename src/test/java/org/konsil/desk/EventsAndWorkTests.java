package org.konsil.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.konsil.access.Access;
import org.konsil.casefile.CaseFiles;
import org.konsil.desk.events.CaseEvent;
import org.konsil.desk.events.CaseEvents;
import org.konsil.desk.events.EventRefused;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Stage;
import org.konsil.panel.PanelStory;
import org.konsil.process.HumanTask;
import org.konsil.process.Outbox;
import org.konsil.process.TaskBoard;
import org.konsil.process.WaitingTask;
import org.konsil.referral.NewRounds;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.konsil.worklist.CopyWork;
import org.konsil.worklist.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** What an event does to the work that is open, and to a case whose network has nothing of it left. */
@SpringBootTest(properties = {"camunda.client.enabled=false", "konsil.engine=none"})
@ActiveProfiles({"demo", "test"})
@Import(PanelStory.class)
class EventsAndWorkTests {

    private static final AtomicLong KEYS = new AtomicLong(930_000);
    private static final Map<String, String> CONFLICT =
            Map.of("expert", "expert1.epicare", "kind", "financial", "reason", "Holds shares.");

    @MockitoBean
    Outbox outbox;

    @Autowired
    PanelStory story;

    @Autowired
    CaseEvents events;

    @Autowired
    CaseFiles cases;

    @Autowired
    TaskBoard board;

    @Autowired
    CopyWork work;

    @Autowired
    NewRounds rounds;

    @Autowired
    Vault vault;

    @Autowired
    Access access;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoStillOwesAnOpinionGoesOnWhenADraftIsTakenBack() {
        var caseId = story.withOpinions();
        putUp(caseId, "panel-invitation", "expert-opinion");
        putUp(caseId, "outcome", "draft-outcome");
        enter(caseId, Stage.OUTCOME, CaseState.OUTCOME_DRAFT);

        report(caseId, CaseEvent.CONFLICT_FOUND, CONFLICT, "lead.epicare");

        assertThat(work.open(caseId)).extracting(WorkItem::elementId).containsExactly("expert-opinion");
    }

    @Test
    void whatIsAskedOfAdviceInUseGoesOnWhenTheCaseIsTakenUpAgain() {
        var caseId = story.withOpinions();
        putUp(caseId, "referral", "review-superseded", "clinician:hus");
        putUp(caseId, "follow-up", "follow-up-report", "clinician:hus");
        enter(caseId, Stage.FOLLOW_UP, CaseState.FOLLOW_UP);

        report(caseId, CaseEvent.RE_OPEN, Map.of("question", "And now?", "reason", "course"), "clinician.fi");

        assertThat(work.open(caseId)).extracting(WorkItem::elementId).containsExactly("review-superseded");
    }

    @Test
    void whatIsAskedOfAdviceInUseGoesAlongToAnotherHospital() {
        var caseId = story.withOpinions();
        putUp(caseId, "referral", "review-superseded", "clinician:hus");
        enter(caseId, Stage.FOLLOW_UP, CaseState.FOLLOW_UP);

        transaction.executeWithoutResult(begun -> rounds.toAnotherProvider(caseId, "ous", Actor.of("clinician.fi")));

        assertThat(work.open(caseId)).extracting(WorkItem::candidates).containsExactly(List.of("clinician:ous"));
    }

    @Test
    void noNetworkIsAskedAgainOnceItsCopyWasErased() {
        var caseId = story.withOpinions();
        enter(caseId, Stage.DELIVER, CaseState.DELIVERED);
        transaction.executeWithoutResult(begun -> vault.destroy(caseId, Controller.NETWORK));

        assertThatThrownBy(() -> report(caseId, CaseEvent.CONFLICT_FOUND, CONFLICT, "clinician.fi"))
                .isInstanceOf(EventRefused.class)
                .hasMessageContaining("copy");
        enter(caseId, Stage.FOLLOW_UP, CaseState.FOLLOW_UP);
        var reopen = Map.of("question", "And now?", "reason", "course");
        assertThatThrownBy(() -> report(caseId, CaseEvent.RE_OPEN, reopen, "clinician.fi"))
                .isInstanceOf(EventRefused.class)
                .hasMessageContaining("copy");
    }

    private void putUp(CaseId caseId, String process, String step) {
        putUp(caseId, process, step, "lead:epicare");
    }

    private void putUp(CaseId caseId, String process, String step, String group) {
        var task = new HumanTask(KEYS.incrementAndGet(), caseId, process, step, step, null, null);
        board.waiting(new WaitingTask(task, task.key(), null, step, null, List.of(group), List.of(), null, 50));
    }

    private void enter(CaseId caseId, Stage stage, CaseState state) {
        transaction.executeWithoutResult(status -> cases.enter(caseId, stage, state, Actor.SYSTEM));
    }

    private void report(CaseId caseId, CaseEvent event, Map<String, ?> said, String account) {
        events.report(
                caseId,
                event,
                new ObjectMapper().valueToTree(said),
                access.person(account).orElseThrow());
    }
}
