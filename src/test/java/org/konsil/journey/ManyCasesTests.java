package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Phenopackets from eight countries, registered and worked side by side to the end of their follow-up. */
@JourneyTest
class ManyCasesTests {

    private static final int MANY = Integer.getInteger("konsil.phenopackets.many", 50);
    private static final List<String> COUNTRIES = List.of("fi", "no", "se", "dk", "nl", "de", "ua", "pl");
    private static final List<String> ANSWERS = List.of("family", "alive", "died");

    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicInteger died = new AtomicInteger();

    @LocalServerPort
    int port;

    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void fiftyPhenopacketsGoTheirWholeWaySideBySide() {
        var packets = Packets.some(MANY);
        var done = new Caseload(door, 8)
                .work(IntStream.range(0, packets.size()).boxed().toList(), number -> {
                    var country = COUNTRIES.get(number % COUNTRIES.size());
                    return take(packets.get(number), "clinician." + country);
                });

        assertThat(done).hasSize(packets.size()).allSatisfy(ManyCasesTests::assertItIsOver);
        assertThat(done.stream()
                        .filter(it ->
                                it.theCase().path("closingReason").asText().equals("DECEASED")))
                .hasSize(died.get());
        var chain =
                door.as("auditor").get("/api/v1/audit/verification").expect(200).body();
        assertThat(chain.path("intact").asBoolean()).as(chain.toString()).isTrue();
    }

    private CaseDriver take(String packet, String clinician) {
        var taken = door.as(clinician)
                .post("/api/v1/cases/phenopackets", packet)
                .expect(201)
                .body();
        var driver = new CaseDriver(door, taken.path("caseId").asText(), clinician, Script.straight());
        if (taken.path("flags").toString().contains("death-needs-confirmation")) {
            confirmDeath(driver, clinician);
        }
        return driver;
    }

    /** What came with the papers is answered by the clinician: it goes on for the family, the papers were wrong, or it ends. */
    private void confirmDeath(CaseDriver driver, String clinician) {
        var answer = ANSWERS.get(deaths.getAndIncrement() % ANSWERS.size());
        if (answer.equals("died")) {
            died.incrementAndGet();
        }
        var confirmed = door.as(clinician).post(driver.path("/death-confirmation"), Map.of("answer", answer));
        assertThat(confirmed.expect(202).body().path("flags").toString()).doesNotContain("death");
    }

    private static void assertItIsOver(CaseDriver driver) {
        var end = driver.theCase();
        assertThat(end.path("state").asText()).isEqualTo("CLOSED");
        if (end.path("closingReason").asText().equals("ADVISED")) {
            assertThat(driver.log())
                    .filteredOn(done -> done.startsWith("triage-case"))
                    .hasSize(1);
            assertThat(driver.log())
                    .filteredOn(done -> done.startsWith("follow-up-report"))
                    .hasSize(3);
            assertThat(end.path("openWork")).isEmpty();
            driver.told().awaitEnded();
        } else {
            assertThat(end.path("closingReason").asText()).isEqualTo("DECEASED");
        }
    }
}
