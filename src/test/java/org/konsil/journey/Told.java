package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

    /** Ids of the elements where the case stands now, {@code consent/record-consent}. */
    Set<String> standsAt() {
        return elements("activeElements");
    }

    /** Ids of the elements that it has passed. */
    Set<String> passed() {
        return elements("completedElements");
    }

    boolean hasIncidents() {
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
