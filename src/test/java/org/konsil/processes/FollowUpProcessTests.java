package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.konsil.engine.TestEngine;

@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class FollowUpProcessTests {

    private static final String CLINICIAN = "clinician:hus";
    private static final Map<String, Object> GO_ON = Map.of("followUpEnd", false);
    private static final Map<String, Object> DEAD =
            Map.of("followUpEnd", false, "deathToConfirm", true, "networkToTell", true);
    private static final Map<String, Object> CASE = Map.of(
            "caseId", Rehearsal.CASE, "country", "fi", "urgency", "routine", "provider", "hus", "network", "epicare");

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;

    @Test
    void aReportIsAskedForAtEachDate() {
        var followUp = planned(90, 180);
        followUp.sees().hasActiveElements("date-reached").hasNotActivatedElements("follow-up-report");

        context.increaseTime(Duration.ofDays(91));
        followUp.answer("follow-up-report", CLINICIAN, GO_ON);
        followUp.sees().hasCompletedElement("follow-up-report", 1).hasActiveElements("date-reached");
        context.increaseTime(Duration.ofDays(90));
        followUp.answer("follow-up-report", CLINICIAN, GO_ON);

        followUp.sees()
                .isCompleted()
                .hasCompletedElement("reported", 2)
                .hasCompletedElements("followed-up")
                .hasNoActiveIncidents();
    }

    @Test
    void theClinicianMayEndTheSeriesEarly() {
        var followUp = planned(90, 180, 365);
        followUp.sees().hasActiveElements("date-reached");

        context.increaseTime(Duration.ofDays(91));
        followUp.answer("follow-up-report", CLINICIAN, Map.of("followUpEnd", true));

        followUp.sees().isCompleted().hasCompletedElement("follow-up-report", 1);
    }

    @Test
    void aDateThatIsOverIsAskedForAtOnce() {
        planned(-1).answer("follow-up-report", CLINICIAN, GO_ON).sees().isCompleted();
    }

    @Test
    void aDeathThatAReportTellsOfIsConfirmedByAPerson() {
        var followUp = planned(-1, -1);
        followUp.answer("follow-up-report", CLINICIAN, DEAD);
        followUp.answer("confirm-death", CLINICIAN, Map.of("answer", "alive"));
        followUp.sees().hasCompletedElement("reported", 1);
        followUp.answer("follow-up-report", CLINICIAN, DEAD);
        followUp.answer("confirm-death", CLINICIAN, Map.of("answer", "died"));
        followUp.sees().hasActiveElements("death-recorded");

        client.newPublishMessageCommand()
                .messageName("patient-died")
                .correlationKey(Rehearsal.CASE)
                .timeToLive(Duration.ofMinutes(1))
                .send()
                .join();

        followUp.sees().isCompleted().hasCompletedElements("care-ends");
    }

    private Played planned(int... days) {
        var dates = Arrays.stream(days)
                .mapToObj(day ->
                        context.getCurrentTime().plus(Duration.ofDays(day)).toString())
                .toList();
        context.mockJobWorker("share-adverse-events").thenComplete();
        context.mockJobWorker("plan-follow-up").thenComplete(Map.of("followUpDates", dates));
        return Played.begun(client, context, "follow-up", CASE);
    }
}
