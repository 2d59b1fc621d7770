package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konsil.engine.TestEngine;

/** The way abroad of each country, every way through; what all countries share is called, and stands in here. */
@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class AbroadProcessTests {

    private static final String CLINICIAN = "clinician:hus";
    private static final String[] SHARED = {"abroad-consent", "abroad-decision", "abroad-travel"};
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> APPLIES = Map.of("applicationStep", "apply");
    private static final Map<String, Object> APPROVED =
            Map.of("fundingDecision", "approved", "approvalEnds", "2030-01-01T00:00:00Z");

    /** The countries' ways, and who looks at what first. */
    enum Pack {
        DEFAULT("pl", "", "", ""),
        FI("fi", "specialist-statement", "centre:fi", "specialistStatement"),
        NO("no", "documented-benefit", CLINICIAN, "documentedBenefit"),
        SE("se", "region-statement", "centre:se", "regionStatement"),
        DK("dk", "four-conditions", "centre:dk", "fourConditions"),
        NL("nl", "insured-care", CLINICIAN, "insuredCare"),
        DE("de", "necessity-abroad", CLINICIAN, "necessityAbroad"),
        UA("ua", "receiving-hospital", "contact:ua", "receivingHospital");

        final String country;
        final String condition;
        final String asked;
        final String variable;

        Pack(String country, String condition, String asked, String variable) {
            this.country = country;
            this.condition = condition;
            this.asked = asked;
            this.variable = variable;
        }

        String process() {
            return "abroad-" + (this == DEFAULT ? "default" : country);
        }
    }

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION =
            TestEngine.processTest().withCoverageExcludedProcesses(SHARED);

    CamundaClient client;
    CamundaProcessTestContext context;
    StandIns shared;
    Sharer checking;
    Queue<String> completeness = new ArrayDeque<>();

    @BeforeEach
    void workersStandIn() {
        shared = new StandIns(client, context, SHARED);
        checking = Sharer.at(context, "check-abroad-consent", Map::of);
        context.mockJobWorker("decide").withHandler((jobs, job) -> {
            var next = completeness.poll();
            jobs.newCompleteCommand(job)
                    .variables(Map.of("applicationDecision", next == null ? "complete" : next))
                    .send()
                    .join();
        });
    }

    /** One engine for all ways of a country: each case ends before the next one begins. */
    @ParameterizedTest
    @EnumSource
    void everyWayOfACountryEndsWhereItShould(Pack pack) {
        Deployed.deploy(client, pack.process());
        whatIsMissingIsAskedForAndTreatmentIsReportedOnReturn(pack);
        whoDoesNotAgreeStaysAtHome(pack);
        thePatientNeedNotWantIt(pack);
        aRefusalThatStandsMeansAftercareAtHome(pack);
        anApprovedJourneyNeedNotBeMade(pack);
        aConsentTakenBackRecallsWhatWasAppliedFor(pack);
        aConsentTakenBackBeforeRecallsNothing(pack);
        aConsentThatIsNotRenewedRecallsTheApplication(pack);
        if (pack != Pack.DEFAULT) {
            whereTheCountrysConditionsAreNotMetNobodyApplies(pack);
        }
    }

    private void whatIsMissingIsAskedForAndTreatmentIsReportedOnReturn(Pack pack) {
        checking.findsNoConsent();
        completeness.addAll(List.of("incomplete", "complete", "complete"));
        shared.says("abroad-consent", NOTHING)
                .says("abroad-decision", APPROVED, APPROVED)
                .says("abroad-travel", NOTHING, Map.of("travelResult", "travelled"));

        applied(pack)
                .answer("abroad-application", CLINICIAN, APPLIES)
                .answer("abroad-application", CLINICIAN, APPLIES)
                .sees()
                .isCompleted()
                .hasCompletedElements("ask-abroad-consent", "treated-abroad")
                .hasCompletedElement("abroad-application", 3)
                .hasCompletedElement("abroad-travel", 2)
                .hasNoActiveIncidents();
    }

    private void whoDoesNotAgreeStaysAtHome(Pack pack) {
        checking.findsNoConsent();
        shared.fails("abroad-consent", "abroad-declined");

        begun(pack).sees().isCompleted().hasCompletedElements("not-agreed");
    }

    private void thePatientNeedNotWantIt(Pack pack) {
        begunAndMet(pack)
                .answer("abroad-application", CLINICIAN, Map.of("applicationStep", "not-wanted"))
                .sees()
                .isCompleted()
                .hasCompletedElements("not-wanted");
    }

    private void aRefusalThatStandsMeansAftercareAtHome(Pack pack) {
        shared.says("abroad-decision", Map.of("fundingDecision", "refused"));

        applied(pack)
                .sees()
                .isCompleted()
                .hasCompletedElements("refused-abroad")
                .hasNotActivatedElements("abroad-travel");
    }

    private void anApprovedJourneyNeedNotBeMade(Pack pack) {
        shared.says("abroad-decision", APPROVED).says("abroad-travel", Map.of("travelResult", "not-travelled"));

        applied(pack).sees().isCompleted().hasCompletedElements("not-travelled");
    }

    private void aConsentTakenBackRecallsWhatWasAppliedFor(Pack pack) {
        var abroad = applied(pack);
        abroad.sees().hasActiveElements("abroad-decision");

        takeBack();

        abroad.answer("recall-application", CLINICIAN, NOTHING)
                .sees()
                .isCompleted()
                .hasTerminatedElements("abroad-decision")
                .hasCompletedElements("application-recalled");
    }

    private void aConsentTakenBackBeforeRecallsNothing(Pack pack) {
        var abroad = begunAndMet(pack);
        abroad.sees().hasActiveElements("abroad-application");

        takeBack();

        abroad.sees().isCompleted().hasCompletedElements("nothing-to-recall");
    }

    private void aConsentThatIsNotRenewedRecallsTheApplication(Pack pack) {
        shared.fails("abroad-decision", "abroad-declined");

        applied(pack)
                .answer("recall-unconsented", CLINICIAN, NOTHING)
                .sees()
                .isCompleted()
                .hasCompletedElements("unconsented-recalled");
    }

    private void whereTheCountrysConditionsAreNotMetNobodyApplies(Pack pack) {
        begun(pack)
                .answer(pack.condition, pack.asked, Map.of(pack.variable, "not-met"))
                .sees()
                .isCompleted()
                .hasCompletedElements("conditions-not-met")
                .hasNotActivatedElements("abroad-application");
    }

    private void takeBack() {
        client.newPublishMessageCommand()
                .messageName("treatment-abroad-withdrawn")
                .correlationKey(Rehearsal.CASE)
                .timeToLive(Duration.ofMinutes(1))
                .send()
                .join();
    }

    private OneOfMany applied(Pack pack) {
        return begunAndMet(pack).answer("abroad-application", CLINICIAN, APPLIES);
    }

    private OneOfMany begunAndMet(Pack pack) {
        var abroad = begun(pack);
        return pack == Pack.DEFAULT ? abroad : abroad.answer(pack.condition, pack.asked, Map.of(pack.variable, "met"));
    }

    private OneOfMany begun(Pack pack) {
        return OneOfMany.begun(client, context, pack.process(), about(pack.country));
    }

    static Map<String, Object> about(String country) {
        return Map.of(
                "caseId",
                Rehearsal.CASE,
                "country",
                country,
                "urgency",
                "routine",
                "provider",
                "hus",
                "network",
                "epicare");
    }
}
