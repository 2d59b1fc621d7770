package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.PollInterval;

/**
 * Works one case through HTTP as all its people: looks who is asked for what, fills each form from its schema, hands it in, and
 * goes on until nobody is asked any more.
 */
public final class CaseDriver {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Whoever waits looks again soon, then ever less often: each look is an entry of the history. */
    private static final PollInterval LOOKS =
            (poll, last) -> Duration.ofMillis(Math.min(250, last.toMillis() * 4 / 3 + 20));

    private static final Set<String> OVER = Set.of("CLOSED", "ARCHIVED", "ERASED");

    private final Door door;
    private final String caseId;
    private final String clinician;
    private final Clerk clerk;
    private Script script;

    public CaseDriver(Door door, String caseId, String clinician, Script script) {
        this.door = door;
        this.caseId = caseId;
        this.clinician = clinician;
        this.script = script;
        this.clerk = new Clerk(door);
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

    /** Works until only that is open which its people leave open. */
    public JsonNode workUntilLeft() {
        return workUntil(
                "is left open", now -> !hasWork(now) && !now.path("openWork").isEmpty());
    }

    /** Works until something holds of the case. @param becomes for the message if it never does */
    public JsonNode workUntil(String becomes, Predicate<JsonNode> holds) {
        while (true) {
            var now = await(becomes, it -> holds.test(it) || isOver(it) || hasWork(it));
            if (holds.test(now)) {
                return now;
            }
            if (isOver(now)) {
                throw new AssertionError("The case is over before it " + becomes + ": " + now + ", after " + log());
            }
            items(now).filter(clerk::works).forEach(this::work);
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
            throw new AssertionError("The case never " + becomes + ": " + last[0] + ", after " + log(), never);
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
        return clerk.log();
    }

    /** From now on people answer by this script; what the last one left open is asked again. */
    public CaseDriver follow(Script other) {
        script = other;
        clerk.askAgain();
        return this;
    }

    /** One item by its person. Another may have been faster, or the process takes it back: then it is looked at again. */
    public void work(JsonNode item) {
        clerk.work(item, script);
    }

    /** When the last form was sent, as {@link System#nanoTime} tells. */
    public long sentAt() {
        return clerk.sentAt();
    }

    private boolean hasWork(JsonNode now) {
        return items(now).anyMatch(clerk::works);
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
