package org.konsil.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.konsil.engine.TestEngine;

@SuppressWarnings("NullAway.Init") // the extension puts client and context in
class RoutingProcessTests {

    private static final Map<String, Object> EPICARE =
            Map.of("network", "epicare", "coNetworks", List.of(), "sponsorStands", true);

    @RegisterExtension
    static final CamundaProcessTestExtension EXTENSION = TestEngine.processTest();

    CamundaClient client;
    CamundaProcessTestContext context;
    Sharer sponsor;
    Sharer request;

    @BeforeEach
    void workersStandIn() {
        context.mockJobWorker("rank-networks").thenComplete(Map.of("rankedNetworks", List.of("epicare", "rnd")));
        context.mockJobWorker("report-interim").thenComplete();
        sponsor =
                Sharer.at(context, "find-sponsor", () -> Map.of("sponsorKind", "self", "sponsorGroup", "sponsor:hus"));
        request = Sharer.at(context, "send-request", Map::of);
    }

    @Test
    void theSponsorChoosesAndTheRequestIsSentWhereTheConsentCoversIt() {
        var routing = routing(true);

        routing.answer("confirm-network", "sponsor:hus", EPICARE);

        routing.sees()
                .isCompleted()
                .hasCompletedElementsInOrder(
                        "network-ranking", "find-sponsor", "confirm-network", "consent-covers", "send-request")
                .hasVariable("network", "epicare")
                .hasNoActiveIncidents();
    }

    @Test
    void anotherSponsorIsFoundForANetworkThatThisOneDoesNotActFor() {
        var routing = routing(true);

        routing.answer("confirm-network", "sponsor:hus", Map.of("network", "rnd", "sponsorStands", false));
        routing.sees().hasCompletedElement("find-sponsor", 2);
        routing.answer("confirm-network", "sponsor:hus", EPICARE);

        routing.sees().isCompleted().hasCompletedElement("confirm-network", 2);
    }

    @Test
    void aConsentThatDoesNotCoverTheNetworkIsExtendedFirst() {
        var routing = routing(false, true);

        routing.answer("confirm-network", "sponsor:hus", EPICARE)
                .answer("extend-consent", "clinician:hus", Map.of("consentGiven", "yes"));

        routing.sees().isCompleted().hasCompletedElement("consent-covers", 2).hasCompletedElements("request-sent");
    }

    @Test
    void whereTheExtensionIsDeclinedAnotherNetworkIsChosen() {
        var routing = routing(false, true);

        routing.answer("confirm-network", "sponsor:hus", EPICARE)
                .answer("extend-consent", "clinician:hus", Map.of("consentGiven", "no"))
                .answer("confirm-network", "sponsor:hus", EPICARE);

        routing.sees().isCompleted().hasCompletedElement("confirm-network", 2);
    }

    @Test
    void aConsentThatBecameNarrowerIsRenewedBeforeTheSponsorIsAskedAgain() {
        Deployed.deploy(client, "renew-consent");
        var routing = new Rehearsal(
                client,
                context,
                "routing",
                Map.of(),
                Map.of("consent-covers", new Object[] {false, true}, "consent-sufficient", new Object[] {"sufficient"
                }));

        routing.answer("confirm-network", "sponsor:hus", EPICARE);
        sponsor.findsNoConsent();
        routing.answer("extend-consent", "clinician:hus", Map.of("consentGiven", "no"))
                .answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"))
                .answer("confirm-network", "sponsor:hus", EPICARE);

        routing.sees().isCompleted().hasCompletedElements("renew-consent-for-sponsor");
    }

    @Test
    void aConsentThatRunsOutOnTheWayIsRenewedBeforeAnybodySeesTheCase() {
        Deployed.deploy(client, "renew-consent");
        sponsor.findsNoConsent();
        request.findsNoConsent();
        var routing = new Rehearsal(
                client,
                context,
                "routing",
                Map.of(),
                Map.of("consent-covers", new Object[] {true}, "consent-sufficient", new Object[] {"sufficient"}));

        routing.answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"))
                .answer("confirm-network", "sponsor:hus", EPICARE)
                .answer("record-consent", "clinician:hus", Map.of("consentGiven", "yes"));

        routing.sees()
                .isCompleted()
                .hasCompletedElements("renew-consent-for-sponsor", "renew-consent-for-request")
                .hasCompletedElement("consent-covers", 2);
    }

    private Rehearsal routing(Object... covers) {
        return new Rehearsal(client, context, "routing", Map.of(), Map.of("consent-covers", covers));
    }
}
