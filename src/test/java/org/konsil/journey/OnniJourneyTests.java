package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

@JourneyTest
class OnniJourneyTests {

    @LocalServerPort
    int port;

    Door door;

    @BeforeEach
    void comeIn() {
        door = new Door(URI.create("http://127.0.0.1:" + port));
    }

    @Test
    void aCaseGoesFromRegistrationToItsEnd() {
        var driver = CaseDriver.register(door, "clinician.fi", Onni.answers(), Script.straight());
        driver.workUntilQuiet();
        System.out.println(driver.log());
        System.out.println(driver.theCase());
        assertThat(driver.theCase().path("state").asText()).isEqualTo("FOLLOW_UP");
        driver.workUntilOver();
        System.out.println(driver.log());
        System.out.println(driver.theCase());
        System.out.println(
                door.as("clinician.fi").get(driver.path("/processes")).text());
        System.out.println(door.as("clinician.fi").get(driver.path("/history")).text());
    }
}
