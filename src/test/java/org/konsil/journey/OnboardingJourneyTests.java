package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A hospital whose data protection officer has not approved it, or not any more, cannot send. */
@JourneyTest
class OnboardingJourneyTests {

    @LocalServerPort
    int port;

    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    void anApprovalThatHasLapsedIsRefusedWithItsReasonThenGivenForEveryLaterCase() {
        var refused = register(Script.straight()
                .but(
                        "provider-onboarding",
                        Map.of("onboardingDecision", "refused", "reason", "The agreement has run out.")));
        var reading = refused.workUntil("onboarding-refused");
        assertThat(door.as("clinician.unn")
                        .get("/api/v1/work-items/" + reading.path("taskKey").asText() + "/form")
                        .expect(200)
                        .body()
                        .path("data")
                        .path("reason")
                        .asText())
                .isEqualTo("The agreement has run out.");
        assertThat(refused.workUntilOver().path("closingReason").asText()).isEqualTo("INCOMPLETE");
        assertThat(refused.told().states()).isEmpty();

        var approved = register(Script.straight());
        approved.workUntil("record-consent");
        assertThat(approved.log()).containsExactly("onboard-provider by dpo.unn");

        var later = register(Script.straight());
        later.workUntil("record-consent");
        assertThat(later.log()).isEmpty();
    }

    @Test
    void aGuestCountrySendsThroughTheMemberThatSponsorsItOrHearsWhyNot() {
        var britain = CaseDriver.register(door, "clinician.gb", Onni.answers("gb", "gosh"), Script.straight());
        assertThat(britain.workUntilOver().path("closingReason").asText()).isEqualTo("OUT_OF_SCOPE");
        assertThat(britain.log()).containsExactly("read-standing by clinician.gb");

        var iceland = CaseDriver.register(door, "clinician.is", Onni.answers("is", "landspitali"), Script.straight());
        iceland.workUntil("triage");
        assertThat(iceland.log()).contains("domestic-opinion by contact.is", "confirm-network by sponsor.se");
    }

    private CaseDriver register(Script script) {
        return CaseDriver.register(door, "clinician.unn", Onni.answers("no", "unn"), script);
    }
}
