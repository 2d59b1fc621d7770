package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** What may be read of a case afterwards: its history and its way through the processes. */
record Told(Door door, CaseDriver driver, String reader) {

    /** The history's entries of this action, oldest first. */
    List<JsonNode> entries(String action) {
        return items("/history")
                .filter(entry -> entry.path("action").asText().equals(action))
                .toList();
    }

    /** The states that the case went through, in order. */
    List<String> states() {
        return entries("stage-entered").stream()
                .map(entry -> entry.path("details").path("new").asText())
                .toList();
    }

    /** Waits until the case stands at these elements; the engine's searches lag a moment behind. */
    void awaitStandsAt(String... elements) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(standsAt()).contains(elements));
    }

    /** Waits until it has passed these elements. */
    void awaitPassed(String... elements) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(passed()).contains(elements));
    }

    /** Waits until all its processes have ended, and in order. */
    void awaitEnded() {
        awaitEndedBut("");
    }

    /** The same, but one process may go on: whether a copy is kept on is asked whenever its time comes. */
    void awaitEndedBut(String process) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(standsAt())
                        .filteredOn(element -> !element.startsWith(process + "/"))
                        .isEmpty());
        assertThat(hasIncidents()).isFalse();
    }

    /** Ids of the elements where the case stands now, {@code consent/record-consent}. */
    private Set<String> standsAt() {
        return elements("activeElements");
    }

    /** Ids of the elements that it has passed. */
    private Set<String> passed() {
        return elements("completedElements");
    }

    private boolean hasIncidents() {
        return items("/processes")
                .anyMatch(process -> process.path("hasIncident").asBoolean());
    }

    private Set<String> elements(String which) {
        var found = new TreeSet<String>();
        items("/processes")
                .forEach(process -> process.path(which)
                        .forEach(element -> found.add(process.path("processId").asText() + "/" + element.asText())));
        return found;
    }

    private Stream<JsonNode> items(String below) {
        var told = door.as(reader).get(driver.path(below)).expect(200).body().path("items");
        return StreamSupport.stream(told.spliterator(), false);
    }
}
