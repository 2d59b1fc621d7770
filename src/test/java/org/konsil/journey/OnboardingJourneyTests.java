package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;
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
    void anApprovalThatHasLapsedIsRefusedOrGivenOnceForAllCasesThatWait() {
        var refusal = Script.straight()
                .but(
                        "provider-onboarding",
                        Map.of("onboardingDecision", "refused", "reason", "The agreement has run out."));
        var refused = register(refusal);
        refused.workUntil("provider-onboarding");
        var refusedToo = waiting(refusal);
        assertThat(reasonRead(refused)).isEqualTo("The agreement has run out.");
        assertThat(reasonRead(refusedToo)).isEqualTo("The agreement has run out.");
        assertThat(refused.workUntilOver().path("closingReason").asText()).isEqualTo("INCOMPLETE");
        assertThat(refusedToo.workUntilOver().path("closingReason").asText()).isEqualTo("INCOMPLETE");
        assertThat(refusedToo.log()).containsExactly("read-refusal by clinician.unn");
        assertThat(refused.told().states()).isEmpty();

        var ended = register(Script.straight());
        ended.workUntil("provider-onboarding");
        var next = waiting(Script.straight());
        var last = waiting(Script.straight());
        door.as("clinician.unn")
                .post(ended.path("/events/patient-died"), Map.of("dateOfDeath", "2026-01-02"))
                .expect(202);
        next.workUntil("record-consent");
        assertThat(next.log()).containsExactly("onboard-provider by dpo.unn");
        last.workUntil("record-consent");
        assertThat(last.log()).isEmpty();

        var later = register(Script.straight());
        later.workUntil("record-consent");
        assertThat(later.log()).isEmpty();
    }

    /** A case that waits for the officer's answer to another one: nobody is asked for it. */
    private CaseDriver waiting(Script script) {
        var waits = register(script);
        waits.await(
                "waits for the approval",
                now -> StreamSupport.stream(now.path("clocks").spliterator(), false)
                        .anyMatch(clock -> clock.path("step").asText().equals("await-approval")));
        assertThat(waits.theCase().path("openWork")).isEmpty();
        return waits;
    }

    private String reasonRead(CaseDriver refused) {
        var reading = refused.workUntil("onboarding-refused");
        return door.as("clinician.unn")
                .get("/api/v1/work-items/" + reading.path("taskKey").asText() + "/form")
                .expect(200)
                .body()
                .path("data")
                .path("reason")
                .asText();
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
