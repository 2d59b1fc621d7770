package org.konsil.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.konsil.ProgramTest;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Door;
import org.konsil.journey.Script;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A consent is withdrawn while the panel reads and writes: what is asked after the answer brings nothing of the case any more. */
@ProgramTest
class WithdrawalRaceTests {

    private static final List<String> PANEL =
            List.of("lead.epicare", "expert1.epicare", "expert2.epicare", "expert3.epicare", "dispatcher.epicare");

    /** @param began on the same clock as the end of the withdrawal */
    private record Look(String who, String path, long began, int status, String text) {}

    @LocalServerPort
    int port;

    private final ConcurrentLinkedQueue<Look> looks = new ConcurrentLinkedQueue<>();

    @Test
    void afterTheAnswerNothingMoreComesOut() throws Exception {
        var door = Door.at(port);
        var driver = CaseDriver.register(door, "clinician.fi", Onni.answers(), Script.straight());
        var item = driver.workUntil("expert-opinion").path("taskKey").asText();
        var paths = List.of(
                driver.path(""),
                driver.path("/discussion"),
                driver.path("/history"),
                "/api/v1/work-items/" + item + "/form");
        var going = new AtomicBoolean(true);
        var started = new CountDownLatch(PANEL.size());
        long answered;
        try (var people = Executors.newFixedThreadPool(PANEL.size())) {
            var all = new ArrayList<Future<?>>();
            for (var who : PANEL) {
                all.add(people.submit(() -> {
                    for (int at = 0; going.get(); at++) {
                        look(door, who, paths.get(at % paths.size()));
                        if (at == 3) {
                            started.countDown();
                        }
                    }
                }));
            }
            started.await();
            door.as("clinician.fi")
                    .post(
                            driver.path("/events/consent-withdrawn"),
                            Map.of(
                                    "scopes",
                                    List.of("panel-care"),
                                    "withdrawnOn",
                                    LocalDate.now(door.clock()).toString(),
                                    "channel",
                                    "phone",
                                    "effectsExplained",
                                    true))
                    .expect(202);
            answered = System.nanoTime();
            PANEL.forEach(who -> paths.forEach(path -> look(door, who, path)));
            going.set(false);
            for (var one : all) {
                finish(one);
            }
        }

        assertThat(looks).as("there was something to see before").anyMatch(look -> look.status() == 200);
        assertThat(looks.stream().filter(look -> look.began() >= answered))
                .hasSizeGreaterThanOrEqualTo(PANEL.size() * paths.size())
                .allSatisfy(look -> {
                    assertThat(look.status()).as(look.who() + " " + look.path()).isIn(403, 404, 409);
                    assertThat(look.text()).doesNotContain("seizures", "HP:0001250", "ORPHA:65683");
                });
    }

    private void look(Door door, String who, String path) {
        var began = System.nanoTime();
        var reply = door.as(who).get(path);
        looks.add(new Look(who, path, began, reply.status(), reply.text()));
    }

    private static void finish(Future<?> one) throws InterruptedException {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
