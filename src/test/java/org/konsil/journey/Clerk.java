package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.konsil.forms.FormFiller;

/** Opens forms, fills them in as a script says, and hands them in; remembers who answered what and who did not answer. */
final class Clerk {

    /** Refusals that say: wait for what others are still at. */
    private static final Set<String> NOT_YET = Set.of("panel-too-few-opinions");

    /** Others may be faster a few times, but not for ever. */
    private static final int TRIES = 200;

    private final Door door;
    private final Map<String, Integer> refused = new HashMap<>();
    private final Map<String, Integer> answered = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private long sentAt;

    Clerk(Door door) {
        this.door = door;
    }

    /** False for what its person left open. */
    boolean works(JsonNode item) {
        return !left.contains(item.path("taskKey").asText());
    }

    void askAgain() {
        left.clear();
    }

    List<String> log() {
        return List.copyOf(log);
    }

    /** When the last form was sent, as {@link System#nanoTime} tells. */
    long sentAt() {
        return sentAt;
    }

    void work(JsonNode item, Script script) {
        var account = People.whoWorks(item);
        var person = door.as(account);
        var path = "/api/v1/work-items/" + item.path("taskKey").asText();
        var form = person.get(path + "/form");
        if (isGone(form)) {
            return;
        }
        form.expect(200);
        var asked = asked(item, account, form.body().path("data"));
        var answer = script.answer(asked);
        if (answer == Script.NOTHING) {
            left.add(item.path("taskKey").asText());
            return;
        }
        var data = new FormFiller(door.clock()).fill(form.body().path("schema"), asked.data(), answer);
        var version = form.body().path("version").asInt();
        sentAt = System.nanoTime();
        var reply = person.post(path + "/complete", Map.of("data", data, "version", version));
        if (!isGone(reply) && !NOT_YET.contains(reply.body().path("code").asText())) {
            reply.expect(200);
            answered.merge(asked.formId(), 1, Integer::sum);
            log.add(asked.elementId() + " by " + account);
        } else if (refused.merge(path, 1, Integer::sum) > TRIES) {
            throw new AssertionError(asked.elementId() + " by " + account + " is never taken: " + reply + ", " + data);
        }
    }

    private Asked asked(JsonNode item, String account, JsonNode data) {
        var formId = item.path("formId").asText();
        return new Asked(formId, item.path("elementId").asText(), account, answered.getOrDefault(formId, 0), data);
    }

    private static boolean isGone(Door.Reply reply) {
        return reply.status() == 404 || reply.status() == 409;
    }
}
