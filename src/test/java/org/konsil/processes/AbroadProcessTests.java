package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konsil.engine.TestEngine;

@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class AbroadProcessTests {

    private static final String CLINICIAN = "clinician:hus";
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> APPROVED = Map.of("fundingDecision", "approved");
    private static final Map<String, Object> REFUSED = Map.of("fundingDecision", "refused");

    /** The countries' ways, and who looks at what first. */
    enum Pack {
        DEFAULT("pl", "", "", ""),
        NO("no", "documented-benefit", "clinician:hus", "documentedBenefit"),
        DK("dk", "four-conditions", "centre:dk", "fourConditions"),
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

        /** The appeals board in Norway is another body than the one that refused. */
        String appealBody() {
            return (this == NO ? "contact:" : "funding:") + country;
        }
    }

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;

    @ParameterizedTest
    @EnumSource
    void fundedTreatmentIsReportedOnReturn(Pack pack) {
        var abroad = applied(pack).answer("funding-decision", "funding:" + pack.country, APPROVED);

        abroad.answer("return-summary", CLINICIAN, NOTHING)
                .sees()
                .isCompleted()
                .hasCompletedElements("treated-abroad")
                .hasNotActivatedElements("appeal")
                .hasNoActiveIncidents();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalThatIsAcceptedMeansAftercareAtHome(Pack pack) {
        refused(pack)
                .answer("appeal", CLINICIAN, Map.of("appealDecision", "accept"))
                .sees()
                .isCompleted()
                .hasCompletedElements("refused-abroad")
                .hasNotActivatedElements("appeal-decision");
    }

    @ParameterizedTest
    @EnumSource
    void anAppealCanBeGranted(Pack pack) {
        appealed(pack)
                .answer("appeal-decision", pack.appealBody(), APPROVED)
                .answer("return-summary", CLINICIAN, NOTHING)
                .sees()
                .isCompleted()
                .hasCompletedElements("treated-abroad");
    }

    @ParameterizedTest
    @EnumSource
    void thereIsOneAppeal(Pack pack) {
        appealed(pack)
                .answer("appeal-decision", pack.appealBody(), REFUSED)
                .sees()
                .isCompleted()
                .hasCompletedElement("appeal", 1)
                .hasCompletedElements("refused-abroad");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEFAULT")
    void whereTheCountrysConditionsAreNotMetNobodyApplies(Pack pack) {
        begun(pack)
                .answer(pack.condition, pack.asked, Map.of(pack.variable, "not-met"))
                .sees()
                .isCompleted()
                .hasCompletedElements("refused-abroad")
                .hasNotActivatedElements("abroad-application");
    }

    private Played appealed(Pack pack) {
        return refused(pack).answer("appeal", CLINICIAN, Map.of("appealDecision", "appeal"));
    }

    private Played refused(Pack pack) {
        return applied(pack).answer("funding-decision", "funding:" + pack.country, REFUSED);
    }

    private Played applied(Pack pack) {
        var abroad = begun(pack);
        if (pack != Pack.DEFAULT) {
            abroad.answer(pack.condition, pack.asked, Map.of(pack.variable, "met"));
        }
        return abroad.answer("abroad-application", CLINICIAN, NOTHING);
    }

    private Played begun(Pack pack) {
        return Played.begun(
                client,
                context,
                pack.process(),
                Map.of(
                        "caseId",
                        Rehearsal.CASE,
                        "country",
                        pack.country,
                        "urgency",
                        "routine",
                        "provider",
                        "hus",
                        "network",
                        "epicare"));
    }
}
