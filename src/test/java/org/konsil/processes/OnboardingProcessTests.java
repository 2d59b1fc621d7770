package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.konsil.engine.TestEngine;

/** A home provider without an approval that holds. */
@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class OnboardingProcessTests {

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;
    volatile String standing = "member";
    volatile String turn = "asks";

    @Test
    void theOfficerApprovesRefusesOrLetsTheTimePass() {
        Deployed.deploy(client, "provider-onboarding");
        context.mockJobWorker("decide")
                .withHandler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variables(Map.of("standing", standing))
                        .send()
                        .join());
        context.mockJobWorker("join-onboarding")
                .withHandler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variables(Map.of("onboardingTurn", turn))
                        .send()
                        .join());
        begun().answer("onboard-provider", "dpo:oulu", Map.of("onboardingDecision", "approved"))
                .sees()
                .isCompleted()
                .hasCompletedElements("onboarded");

        begun().answer("onboard-provider", "dpo:oulu", Map.of("onboardingDecision", "refused"))
                .answer("read-refusal", "clinician:oulu", Map.of())
                .sees()
                .isCompleted()
                .hasCompletedElements("provider-refused")
                .hasVariable("onboardingDecision", "refused");

        standing = "refused";
        begun().answer("read-standing", "clinician:oulu", Map.of())
                .sees()
                .isCompleted()
                .hasCompletedElements("country-refused")
                .hasVariable("onboardingDecision", "no-part");

        standing = "arrangement";
        var late = begun();
        late.sees().hasActiveElements("onboard-provider");
        publish("clock-due", Rehearsal.CASE + ":onboard-provider", Map.of());
        late.sees().isCompleted().hasCompletedElements("onboarding-given-up");

        turn = "waits";
        var waits = begun();
        waits.sees().hasActiveElements("await-approval").hasNotActivatedElements("onboard-provider");
        publish("onboarding-decided", Rehearsal.CASE, Map.of("onboardingDecision", "approved"));
        waits.sees().isCompleted().hasCompletedElements("onboarded");

        var takesOver = begun();
        takesOver.sees().hasActiveElements("await-approval");
        turn = "asks";
        publish("onboarding-decided", Rehearsal.CASE, Map.of("onboardingDecision", "ask"));
        takesOver
                .answer("onboard-provider", "dpo:oulu", Map.of("onboardingDecision", "approved"))
                .sees()
                .isCompleted()
                .hasCompletedElement("join-onboarding", 2);

        turn = "waits";
        var inVain = begun();
        inVain.sees().hasActiveElements("await-approval");
        publish("clock-due", Rehearsal.CASE + ":await-approval", Map.of());
        inVain.sees().isCompleted().hasCompletedElements("waited-in-vain");
    }

    private void publish(String message, String key, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(key)
                .variables(variables)
                .timeToLive(Duration.ofMinutes(1))
                .send()
                .join();
    }

    private OneOfMany begun() {
        return OneOfMany.begun(
                client,
                context,
                "provider-onboarding",
                Map.of("caseId", Rehearsal.CASE, "country", "fi", "urgency", "routine", "provider", "oulu"));
    }
}
