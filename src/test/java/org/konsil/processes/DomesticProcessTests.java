package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.engine.TestEngine;

@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class DomesticProcessTests {

    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> WAIVER = Map.of("evidenceStep", "waiver");
    private static final Map<String, Object> EVIDENCE = Map.of("evidenceStep", "add");

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;
    volatile boolean recognised = true;
    Sharer asking;

    @BeforeEach
    void workersStandIn() {
        asking = Sharer.at(
                context, "ask-domestic", () -> Map.of("domesticGroup", "contact:pl", "opinionDue", inTwoWeeks()));
        context.mockJobWorker("check-recognition")
                .withHandler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variables(Map.of("recognitionValid", recognised))
                        .send()
                        .join());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "no", "se", "dk", "nl", "de"})
    void theCentresOpinionCanBeEnough(String country) {
        var domestic = domestic(country, urgencyWithoutMeeting(country), "explored");

        domestic.answer("domestic-opinion", "centre:" + country, NOTHING);

        domestic.sees()
                .isCompleted()
                .hasCompletedElements("network-may-be-asked")
                .hasVariable("domesticResult", "explored")
                .hasNoActiveIncidents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ua", "default"})
    void whereThereIsNoCentreTheContactPointGivesTheOpinion(String pack) {
        var domestic = domestic(pack, "routine", "explored");

        domestic.answer("domestic-opinion", "contact:pl", NOTHING);

        domestic.sees().isCompleted().hasCompletedElements("network-may-be-asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "se"})
    void routineCasesAreDiscussedInTheCountryFirst(String country) {
        var domestic = domestic(country, "routine", "exhausted");

        domestic.answer("domestic-opinion", "centre:" + country, NOTHING)
                .answer("national-meeting", "centre:" + country, NOTHING);

        domestic.sees().isCompleted().hasCompletedElements("national-meeting", "network-may-be-asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "no", "se", "dk", "nl", "de", "ua", "default"})
    void aCountryThatCanHelpKeepsThePatient(String pack) {
        var domestic = domestic(pack, urgencyWithoutMeeting(pack), "domestic-solution");

        domestic.answer("domestic-opinion", opinionOf(pack), NOTHING);

        domestic.sees()
                .isCompleted()
                .hasCompletedElements("country-helps")
                .hasVariable("domesticResult", "domestic-solution");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "no", "se", "dk", "nl", "de", "ua", "default"})
    void missingEvidenceIsCompletedThenWaivedByASecondPerson(String pack) {
        var domestic = domestic(pack, urgencyWithoutMeeting(pack), "insufficient", "insufficient", "waived");
        domestic.answer("domestic-opinion", opinionOf(pack), NOTHING)
                .answer("complete-evidence", "clinician:hus", EVIDENCE);
        if (pack.equals("dk")) {
            domestic.answer("domestic-opinion", "centre:dk", NOTHING);
        }

        domestic.answer("complete-evidence", "clinician:hus", WAIVER)
                .answer("exhaustion-waiver", "clinician:hus", NOTHING)
                .answer("approve-waiver", contactOf(pack), Map.of("waiverDecision", "approve"));

        domestic.sees()
                .isCompleted()
                .hasCompletedElement("exhaustion", 3)
                .hasCompletedElements("network-may-be-asked")
                .hasVariable("domesticResult", "waived");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ua"})
    void anUrgentCaseAsksForAWaiverAtOnce(String country) {
        var domestic = domestic(country, "urgent", "waived");

        domestic.answer("exhaustion-waiver", "clinician:hus", NOTHING)
                .answer("approve-waiver", "contact:" + country, Map.of("waiverDecision", "approve"));

        domestic.sees().isCompleted().hasNotActivatedElements("domestic-opinion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "no", "se", "dk", "nl", "de", "ua", "default"})
    void nobodyIsAskedBeforeAConsentThatRanOutIsRenewed(String pack) {
        Deployed.deploy(client, "renew-consent");
        asking.findsNoConsent();
        var domestic = domestic(pack, urgencyWithoutMeeting(pack), "explored");

        domestic.answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"))
                .answer("domestic-opinion", opinionOf(pack), NOTHING);

        domestic.sees().isCompleted().hasCompletedElements("consent-missing", "renew-consent");
    }

    @Test
    void theDutchContactPointIsNotAskedEither() {
        Deployed.deploy(client, "renew-consent");
        recognised = false;
        asking.findsNoConsent();
        var domestic = domestic("nl", "routine", "explored");

        domestic.answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"))
                .answer("opinion-of-contact-point", "contact:nl", NOTHING);

        domestic.sees().isCompleted().hasCompletedElements("renew-consent-for-contact-point");
    }

    private String inTwoWeeks() {
        return context.getCurrentTime().plus(Duration.ofDays(14)).toString();
    }

    @Test
    void inTheDefaultPackTheHomeClinicianGivesTheEvidenceOfAnUrgentCase() {
        var domestic = domestic("default", "urgent", "explored");

        domestic.answer("complete-evidence", "clinician:hus", EVIDENCE);

        domestic.sees().isCompleted().hasNotActivatedElements("domestic-opinion");
    }

    @Test
    void finlandRenewsAPermissionThatDoesNotHold() {
        var domestic = new Rehearsal(
                client,
                context,
                "domestic-fi",
                Map.of(),
                Map.of("exhaustion", new Object[] {"exhausted"}, "consent-sufficient", new Object[] {
                    "incomplete", "sufficient"
                }));

        domestic.answer("domestic-opinion", "centre:fi", NOTHING).answer("record-consent", "clinician:hus", NOTHING);

        domestic.sees().isCompleted().hasCompletedElement("consent-sufficient", 2);
    }

    @Test
    void theNetherlandsAskTheContactPointWhereTheRecognitionHasRunOut() {
        recognised = false;
        var domestic = domestic("nl", "routine", "explored");
        domestic.sees().hasActiveElements("opinion-of-contact-point");

        domestic.answer("opinion-of-contact-point", "contact:nl", NOTHING);

        domestic.sees().isCompleted().hasNotActivatedElements("domestic-opinion");
    }

    @Test
    void theNetherlandsAskTheContactPointWhereTheRecognitionEndsBeforeTheOpinion() {
        var domestic = domestic("nl", "routine", "explored");
        domestic.sees().hasActiveElements("domestic-opinion");
        recognised = false;

        domestic.answer("domestic-opinion", "centre:nl", NOTHING)
                .answer("opinion-of-contact-point", "contact:nl", NOTHING);

        domestic.sees().isCompleted().hasCompletedElements("check-recognition-again", "network-may-be-asked");
    }

    @Test
    void germanPatientsWithoutADiagnosisGoToATypeACentreAndItsConference() {
        var domestic = new Rehearsal(
                client,
                context,
                "domestic-de",
                Map.of("country", "de"),
                Map.of("exhaustion", new Object[] {"explored"}, "centre-type", new Object[] {"type-a"}));
        domestic.sees().hasActiveElements("opinion-of-type-a");

        domestic.answer("opinion-of-type-a", "centre:de", NOTHING).answer("national-meeting", "centre:de", NOTHING);

        domestic.sees().isCompleted().hasCompletedElements("network-may-be-asked");
    }

    private Rehearsal domestic(String pack, String urgency, Object... results) {
        var rules = new HashMap<String, Object[]>();
        rules.put("exhaustion", results);
        rules.put("consent-sufficient", new Object[] {"sufficient"});
        rules.put("centre-type", new Object[] {"type-b"});
        var country = pack.equals("default") ? "pl" : pack;
        return new Rehearsal(
                client, context, "domestic-" + pack, Map.of("country", country, "urgency", urgency), rules);
    }

    private static String urgencyWithoutMeeting(String pack) {
        return pack.equals("no") || pack.equals("se") ? "urgent" : "routine";
    }

    private static String opinionOf(String pack) {
        return pack.equals("ua") || pack.equals("default") ? "contact:pl" : "centre:" + pack;
    }

    private static String contactOf(String pack) {
        return "contact:" + (pack.equals("default") ? "pl" : pack);
    }
}
