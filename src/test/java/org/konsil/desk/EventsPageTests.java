package org.konsil.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.konsil.desk.EventTable.Proof;
import org.konsil.desk.EventTable.Row;

/** The page that says what each event does in each stage and which test shows it is what the tables say, and the tests are there. */
class EventsPageTests {

    private static final Path PAGE = Path.of("src/docs/events.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Set<String> EVENTS = Set.of(
            "consent-withdrawn",
            "patient-died",
            "urgency-changed",
            "conflict-found",
            "expert-unavailable",
            "transfer-network",
            "transfer-provider",
            "duplicate",
            "clock-breached",
            "re-open",
            "data-subject-request");

    @Test
    void everyProofIsATestThatExists() throws IOException {
        try (var files = Files.walk(TESTS)) {
            var sources = files.filter(file -> file.toString().endsWith("Tests.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(), EventsPageTests::read, String::concat));
            assertThat(EventTable.proofs()).allSatisfy(proof -> {
                var name = proof.test().split("\\.", -1);
                assertThat(sources.getOrDefault(name[0] + ".java", ""))
                        .as(proof.test())
                        .contains("void " + name[1] + "(");
            });
        }
    }

    @Test
    void everyEventIsShownInThreeStagesAndInEachOfItsWays() {
        for (var event : EVENTS) {
            var stages = EventTable.rows().stream()
                    .filter(row -> name(row).equals(event))
                    .map(Row::stage)
                    .collect(Collectors.toSet());
            var proofs = EventTable.proofs().stream()
                    .filter(it -> it.event().equals(event))
                    .toList();
            assertThat(stages.size() >= 3
                            || proofs.stream().map(Proof::stage).distinct().count() >= 3)
                    .as("%s in three stages", event)
                    .isTrue();
            assertThat(proofs.stream().map(Proof::way))
                    .as("%s as a message", event)
                    .contains("message");
        }
        assertThat(EventTable.proofs()).allMatch(proof -> EVENTS.contains(proof.event()));
        assertThat(EventTable.rows()).allMatch(row -> EVENTS.contains(name(row)));
    }

    @Test
    void thePageIsWhatTheTablesSay() throws IOException {
        var page = page();
        if (Boolean.getBoolean("konsil.write-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("Run this test with -Dkonsil.write-docs=true, read what has changed, and commit it.")
                .isEqualTo(page);
    }

    private static String page() {
        var page = new StringBuilder("""
                # What may happen at any time, stage by stage

                Written from the tables in `src/test/resources/events`, which are tests: `EventStagesTests` plays each row of the first \
                table over the API and over the page of the case; the second names the test that shows the rest.

                ## At once

                What follows in the same transaction, engine or no engine. *Network* says whether its dispatcher sees the case afterwards; \
                where it keeps it, the process ends its part moments later if the case ends.

                | Event | Stage | Reported by | Answer | Process hears | Network | History |
                |---|---|---|---|---|---|---|
                """);
        EventTable.rows()
                .forEach(row -> page.append("| %s%s | %s | %s | %s | %s | %s | %s |%n"
                        .formatted(
                                row.event(),
                                row.with().isEmpty() ? "" : " (" + row.with() + ")",
                                row.stage(),
                                row.by(),
                                row.isTaken() ? "taken" : "refused: " + row.answer(),
                                row.hears().equals("*") ? "expert-unavailable" : row.hears(),
                                row.network(),
                                row.history())));
        page.append("""

                ## Through the process, and at awkward moments

                | Event | Moment | Comes by | What it shows | Test |
                |---|---|---|---|---|
                """);
        EventTable.proofs()
                .forEach(proof -> page.append("| %s | %s | %s | %s | `%s` |%n"
                        .formatted(proof.event(), proof.stage(), proof.way(), proof.shows(), proof.test())));
        return page.toString();
    }

    private static String name(Row row) {
        return row.event().equals("transfer") ? "transfer-" + row.with() : row.event();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
