package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.konsil.forms.FormFiller;

/**
 * Works one case through HTTP as all its people: looks who is asked for what, fills each form from its schema, hands it in, and
 * goes on until nobody is asked any more.
 */
final class CaseDriver {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> OVER = Set.of("CLOSED", "ARCHIVED", "ERASED");

    private final Door door;
    private final String caseId;
    private final String clinician;
    private final Script script;
    private final Map<String, Integer> answered = new HashMap<>();
    private final List<String> log = new ArrayList<>();

    CaseDriver(Door door, String caseId, String clinician, Script script) {
        this.door = door;
        this.caseId = caseId;
        this.clinician = clinician;
        this.script = script;
    }

    /** Works until the case waits for a date or is closed. */
    CaseDriver workUntilQuiet() {
        while (!isOver()) {
            var open = nextOpen();
            if (open.isEmpty()) {
                return this;
            }
            open.forEach(this::work);
        }
        return this;
    }

    /** Works until this form is asked for, and leaves it open. @return the open item */
    JsonNode workUntil(String formId) {
        while (true) {
            var open = nextOpen();
            var found = open.stream().filter(item -> form(item).equals(formId)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (open.isEmpty()) {
                throw new AssertionError("Nobody was asked for " + formId + "; the case is " + theCase());
            }
            open.forEach(this::work);
        }
    }

    boolean isOver() {
        return OVER.contains(theCase().path("state").asText());
    }

    JsonNode theCase() {
        return door.as(clinician).get("/api/v1/cases/" + caseId).expect(200).body();
    }

    List<String> log() {
        return List.copyOf(log);
    }

    /** Waits until somebody is asked for something, the case is over, or it only waits for its next follow-up date. */
    private List<JsonNode> nextOpen() {
        var found = new ArrayList<JsonNode>();
        Awaitility.await("somebody is asked, or the case waits for a date: " + caseId)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    found.clear();
                    var now = theCase();
                    now.path("openWork").forEach(found::add);
                    return !found.isEmpty()
                            || OVER.contains(now.path("state").asText())
                            || now.path("waitsUntil").isTextual();
                });
        return found;
    }

    /** One item by its person. Another may have been faster, or it is not yet time: then it is looked at again. */
    void work(JsonNode item) {
        var account = People.whoWorks(item);
        var person = door.as(account);
        var path = "/api/v1/work-items/" + item.path("taskKey").asText();
        var form = person.get(path + "/form");
        if (form.status() == 404 || form.status() == 409) {
            return;
        }
        form.expect(200);
        var formId = form(item);
        var times = answered.getOrDefault(formId, 0);
        var data = new FormFiller(java.time.Clock.systemUTC())
                .fill(form.body().path("schema"), form.body().path("data"), script.answer(formId, account, times));
        var reply = person.post(
                path + "/complete",
                Map.of("data", data, "version", form.body().path("version").asInt()));
        if (reply.status() == 409 || reply.status() == 404) {
            return;
        }
        reply.expect(200);
        answered.merge(formId, 1, Integer::sum);
        log.add(formId + " by " + account);
    }

    private static String form(JsonNode item) {
        return item.path("formId").asText();
    }

    static ObjectNode object(Map<String, ?> values) {
        return Door.JSON.valueToTree(values);
    }
}
