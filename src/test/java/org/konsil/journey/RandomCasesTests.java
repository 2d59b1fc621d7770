package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Cases played by chance: any choice on any form, people who leave their work, events by anybody at any time, a clock that jumps. Whatever
 * comes, there is no incident, somebody has each case and a clock runs, and each comes to an end that has a name. The build plays a
 * few dozen; {@code -Dkonsil.random.cases=500} as many as one likes, {@code -Dkonsil.random.seed} others.
 */
@JourneyTest
class RandomCasesTests {

    private static final int CASES = Integer.getInteger("konsil.random.cases", 24);
    private static final long SEED = Long.getLong("konsil.random.seed", 2026);
    private static final int ROUNDS = 6;
    private static final int ACTS = 10;
    private static final List<String> JUMPS = List.of("PT6H", "P1D", "P3D", "P8D", "P15D", "P32D");

    @LocalServerPort
    int port;

    private Door door;
    private Caseload load;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
        load = new Caseload(door, 8);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void whateverPeopleDoEachCaseComesToAnEnd() {
        var cases = load.each(IntStream.range(0, CASES).boxed().toList(), it -> RandomCases.register(door, SEED, it));
        var jumps = new Chance(SEED, -1);
        for (var round = 0; round < ROUNDS; round++) {
            load.each(IntStream.range(0, CASES).boxed().toList(), it -> play(cases, it));
            door.advance(jumps.one(JUMPS));
        }
        finish(cases);

        load.each(cases, RandomCasesTests::assertItEndedInOrder);
        System.out.println("cases by closing reason: " + reasons(cases));
    }

    private static boolean play(List<RandomCase> cases, int number) {
        cases.get(number).play(ACTS, cases.get((number + 1) % cases.size()).caseId());
        return true;
    }

    /** To the end, the clock moved on to whatever date is waited for. */
    private void finish(List<RandomCase> cases) {
        while (true) {
            var next = load.each(cases, RandomCase::finish).stream()
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo);
            if (next.isEmpty()) {
                return;
            }
            door.advanceTo(next.get());
        }
    }

    private static JsonNode assertItEndedInOrder(RandomCase one) {
        var end = one.settled();
        assertThat(end.path("state").asText()).as(one.toString()).isIn("CLOSED", "ARCHIVED", "ERASED");
        assertThat(end.path("closingReason").asText()).as(one.toString()).isNotEmpty();
        assertThat(one.openWork()).as(one.toString()).isEmpty();
        one.told().awaitEndedBut("retention-review");
        return end;
    }

    private static Map<String, Long> reasons(List<RandomCase> cases) {
        return cases.stream()
                .collect(Collectors.groupingBy(
                        it -> it.now().path("closingReason").asText(), TreeMap::new, Collectors.counting()));
    }
}
