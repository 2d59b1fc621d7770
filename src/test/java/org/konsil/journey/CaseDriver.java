package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.PollInterval;
import org.konsil.forms.FormFiller;

/**
 * Works one case through HTTP as all its people: looks who is asked for what, fills each form from its schema, hands it in, and
 * goes on until nobody is asked any more.
 */
public final class CaseDriver {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Whoever waits looks again soon, then ever less often: each look is an entry of the history. */
    private static final PollInterval LOOKS =
            (poll, last) -> Duration.ofMillis(Math.min(400, last.toMillis() * 3 / 2 + 20));

    private static final Set<String> OVER = Set.of("CLOSED", "ARCHIVED", "ERASED");

    /** Refusals that say: wait for what others are still at. */
    private static final Set<String> NOT_YET = Set.of("panel-too-few-opinions");

    private final Door door;
    private final String caseId;
    private final String clinician;
    private Script script;
    private final Map<String, Integer> answered = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private final List<String> log = new CopyOnWriteArrayList<>();

    public CaseDriver(Door door, String caseId, String clinician, Script script) {
        this.door = door;
        this.caseId = caseId;
        this.clinician = clinician;
        this.script = script;
    }

    /** Registers a case and takes it in hand. @param answers to the form {@code register-case} */
    public static CaseDriver register(Door door, String clinician, Object answers, Script script) {
        var reply = door.as(clinician).post("/api/v1/cases", answers).expect(201);
        return new CaseDriver(door, reply.body().path("caseId").asText(), clinician, script);
    }

    /** Works until the case is over, or waits for the date of its next follow-up report. */
    public CaseDriver workUntilQuiet() {
        workUntil("over, or waits for a date", now -> isOver(now) || waitsForDate(now));
        return this;
    }

    /** Works to the end of the case, and moves the clock on to each follow-up date. */
    public JsonNode workUntilOver() {
        while (!workUntilQuiet().isOver()) {
            door.advanceTo(Instant.parse(theCase().path("nextFollowUp").asText()));
        }
        return theCase();
    }

    /** Works until this form is asked for, and leaves it open. @return the open item */
    public JsonNode workUntil(String formId) {
        var reached = workUntil("asks for " + formId, now -> open(now, formId) != null);
        return Objects.requireNonNull(open(reached, formId));
    }

    /** Works until something holds of the case. @param becomes for the message if it never does */
    public JsonNode workUntil(String becomes, Predicate<JsonNode> holds) {
        while (true) {
            var now = await(becomes, it -> holds.test(it) || isOver(it) || hasWork(it));
            if (holds.test(now)) {
                return now;
            }
            if (isOver(now)) {
                throw new AssertionError("The case is over before it " + becomes + ": " + now + ", after " + log);
            }
            items(now).filter(this::isWorked).forEach(this::work);
        }
    }

    /** Waits, and works nothing, until something holds of the case. */
    public JsonNode await(String becomes, Predicate<JsonNode> holds) {
        var last = new JsonNode[1];
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOKS)
                    .until(() -> {
                        last[0] = theCase();
                        return holds.test(last[0]);
                    });
        } catch (org.awaitility.core.ConditionTimeoutException never) {
            throw new AssertionError("The case never " + becomes + ": " + last[0] + ", after " + log, never);
        }
        return last[0];
    }

    public boolean isOver() {
        return isOver(theCase());
    }

    public static boolean isOver(JsonNode now) {
        return OVER.contains(now.path("state").asText());
    }

    public static boolean waitsForDate(JsonNode now) {
        return now.path("openWork").isEmpty() && now.path("nextFollowUp").isTextual();
    }

    public JsonNode theCase() {
        return door.as(clinician).get(path("")).expect(200).body();
    }

    /** What is below the case: {@code /history}. */
    public String path(String below) {
        return "/api/v1/cases/" + caseId + below;
    }

    Told told() {
        return new Told(door, this, clinician);
    }

    public String caseId() {
        return caseId;
    }

    /** Who answered what, in order: {@code triage-case by dispatcher.epicare}. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** From now on people answer by this script; what the last one left open is asked again. */
    public CaseDriver follow(Script other) {
        script = other;
        left.clear();
        return this;
    }

    /** One item by its person. Another may have been faster, or the process takes it back: then it is looked at again. */
    public void work(JsonNode item) {
        var account = People.whoWorks(item);
        var person = door.as(account);
        var path = "/api/v1/work-items/" + item.path("taskKey").asText();
        var form = person.get(path + "/form");
        if (form.status() == 404 || form.status() == 409) {
            return;
        }
        form.expect(200);
        var formId = item.path("formId").asText();
        var asked = new Asked(
                formId,
                item.path("elementId").asText(),
                account,
                answered.getOrDefault(formId, 0),
                form.body().path("data"));
        var answer = script.answer(asked);
        if (answer == Script.NOTHING) {
            left.add(item.path("taskKey").asText());
            return;
        }
        var data = new FormFiller(door.clock()).fill(form.body().path("schema"), asked.data(), answer);
        var reply = person.post(
                path + "/complete",
                Map.of("data", data, "version", form.body().path("version").asInt()));
        if (reply.status() == 409 || reply.status() == 404 || NOT_YET.contains(code(reply))) {
            return;
        }
        reply.expect(200);
        answered.merge(formId, 1, Integer::sum);
        log.add(asked.elementId() + " by " + account);
    }

    private static String code(Door.Reply reply) {
        return reply.body().path("code").asText();
    }

    private boolean hasWork(JsonNode now) {
        return items(now).anyMatch(this::isWorked);
    }

    private boolean isWorked(JsonNode item) {
        return !left.contains(item.path("taskKey").asText());
    }

    private static java.util.stream.Stream<JsonNode> items(JsonNode now) {
        return StreamSupport.stream(now.path("openWork").spliterator(), false);
    }

    private static @org.jspecify.annotations.Nullable JsonNode open(JsonNode now, String formId) {
        return items(now)
                .filter(item -> item.path("formId").asText().equals(formId))
                .findFirst()
                .orElse(null);
    }

    public static ObjectNode object(Map<String, ?> values) {
        return Door.JSON.valueToTree(values);
    }
}
