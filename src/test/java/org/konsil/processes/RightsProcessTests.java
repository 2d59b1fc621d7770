package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.konsil.engine.TestEngine;

/** What patients ask for, every way through. */
@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class RightsProcessTests {

    private static final String PART = "5f0c2a34-8f11-4c55-9b6d-000000000003";
    private static final String DPO = "dpo:hus";

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;

    @BeforeEach
    void workersStandIn() {
        for (var done : List.of("escalate-request", "carry-out-request")) {
            context.mockJobWorker(done).thenComplete();
        }
        context.mockJobWorker("extend-request")
                .thenComplete(Map.of(
                        "dueAt",
                        context.getCurrentTime().plus(Duration.ofDays(90)).toString()));
    }

    @Test
    void aRequestIsFulfilled() {
        requested(30)
                .answer("answer-request", DPO, Map.of("requestDecision", "fulfil"))
                .sees()
                .isCompleted()
                .hasCompletedElements("carry-out-request", "request-fulfilled");
    }

    @Test
    void aRequestIsRefused() {
        requested(30)
                .answer("answer-request", DPO, Map.of("requestDecision", "refuse"))
                .sees()
                .isCompleted()
                .hasCompletedElements("request-refused");
    }

    @Test
    void whoDoesNotAnswerInTimeHasItNoted() {
        var request = requested(10);
        request.sees().hasActiveElements("answer-request");
        context.increaseTime(Duration.ofDays(11));
        request.sees().hasCompletedElements("escalate-request", "lateness-noted");
    }

    @Test
    void anExtendedRequestIsAskedAgain() {
        var request = requested(30).answer("answer-request", DPO, Map.of("requestDecision", "extend"));
        request.sees().hasCompletedElements("extend-request").hasActiveElements("answer-request");
        request.answer("answer-request", DPO, Map.of("requestDecision", "fulfil"));
        request.sees().isCompleted();
    }

    @Test
    void whatIsKeptTooLongIsErased() {
        var review = byMessage("retention-review", "retention-due", Map.of("handlerGroup", DPO));
        review.sees().hasActiveElements("review-retention");
        review.answer("review-retention", DPO, Map.of("retentionDecision", "erase"));
        review.sees().isCompleted().hasCompletedElements("carry-out-request", "copy-erased");
    }

    @Test
    void whatIsStillNeededIsKept() {
        byMessage("retention-review", "retention-due", Map.of("handlerGroup", DPO))
                .answer("review-retention", DPO, Map.of("retentionDecision", "keep"))
                .sees()
                .isCompleted()
                .hasCompletedElements("copy-kept");
    }

    @Test
    void anErasureThatWasDecidedIsCarriedOut() {
        byMessage("erase-copy", "erasure-decided", Map.of())
                .sees()
                .isCompleted()
                .hasCompletedElements("copy-erased");
    }

    private Played requested(int days) {
        Instant due = context.getCurrentTime().plus(Duration.ofDays(days));
        return byMessage(
                "data-subject-request",
                "data-subject-requested",
                Map.of("handlerGroup", DPO, "requestKind", "access", "dueAt", due.toString()));
    }

    private Played byMessage(String process, String message, Map<String, Object> more) {
        var variables = new HashMap<String, Object>(Map.of(
                "caseId",
                Rehearsal.CASE,
                "country",
                "fi",
                "urgency",
                "routine",
                "provider",
                "hus",
                "subjectId",
                PART,
                "controller",
                "home"));
        variables.putAll(more);
        return Played.byMessage(client, context, process, message, PART, variables);
    }
}
