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

    @Test
    void theOfficerApprovesRefusesOrLetsTheTimePass() {
        Deployed.deploy(client, "provider-onboarding");
        context.mockJobWorker("decide")
                .withHandler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variables(Map.of("standing", standing))
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
        client.newPublishMessageCommand()
                .messageName("clock-due")
                .correlationKey(Rehearsal.CASE + ":onboard-provider")
                .timeToLive(Duration.ofMinutes(1))
                .send()
                .join();
        late.sees().isCompleted().hasCompletedElements("onboarding-given-up");
    }

    private OneOfMany begun() {
        return OneOfMany.begun(
                client,
                context,
                "provider-onboarding",
                Map.of("caseId", Rehearsal.CASE, "country", "fi", "urgency", "routine", "provider", "oulu"));
    }
}
