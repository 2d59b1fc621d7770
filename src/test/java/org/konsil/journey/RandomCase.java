package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.konsil.forms.FormFiller;

/** One case in the hands of people who answer, leave and report by chance; played long enough, they finish it in the usual way. */
final class RandomCase {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final int TRIES = 4;
    private static final int ACTS_TO_THE_END = 400;

    /** Others are to act first, or somebody was faster, or it is no longer this person's. */
    private static final Set<Integer> NOT_TAKEN = Set.of(403, 404, 409, 422);

    private final Door door;
    private final String caseId;
    private final Chance chance;
    private final RandomAnswers answers;
    private final RandomEvents events;
    private final List<String> log = new ArrayList<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final Map<String, String> whyRefused = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private String clinician;

    RandomCase(Door door, String caseId, String clinician, Chance chance) {
        this.door = door;
        this.caseId = caseId;
        this.clinician = clinician;
        this.chance = chance;
        this.answers = new RandomAnswers(chance, door);
        this.events = new RandomEvents(door, chance);
    }

    /** Lets people do this many things with it, or fewer where it waits. @param other a case it may be said to be the same as */
    void play(int acts, String other) {
        left.clear();
        for (var act = 0; act < acts; act++) {
            var now = settled();
            if (chance.in(12)) {
                log.add(events.report(now, clinician, other));
            } else if (next(now).isEmpty()) {
                return;
            } else if (chance.in(10)) {
                left.add(key(chance.one(open(now))));
            } else {
                work(chance.one(workable(now)), true);
            }
        }
    }

    /** Works all there is, as people usually do. @return when it goes on, empty where nothing more will come */
    Optional<Instant> finish() {
        for (var act = 0; act < ACTS_TO_THE_END; act++) {
            left.clear();
            var now = settled();
            var next = next(now);
            if (next.isEmpty()) {
                return CaseDriver.waitsForDate(now)
                        ? Optional.of(Instant.parse(now.path("nextFollowUp").asText()))
                        : Optional.empty();
            }
            work(chance.one(workable(now)), false);
            awaitOthers(now);
        }
        throw new AssertionError("never ends: " + this);
    }

    /** Where nothing is taken any more, what others did may still be on its way, however busy the program is. */
    private void awaitOthers(JsonNode before) {
        if (workable(before).stream().anyMatch(item -> refused.getOrDefault(key(item), 0) < TRIES)) {
            return;
        }
        var open = keys(before);
        try {
            Awaitility.await()
                    .atMost(A_WHILE)
                    .pollDelay(Duration.ZERO)
                    .until(() -> !keys(now()).equals(open));
        } catch (ConditionTimeoutException unchanged) {
            // then it is tried again, until it has been tried too often
        }
    }

    private static List<String> keys(JsonNode now) {
        return open(now).stream().map(RandomCase::key).toList();
    }

    /** Waits until somebody is asked for something, or a date is waited for, or all is over. Each piece of work has people and a clock. */
    JsonNode settled() {
        var last = new JsonNode[1];
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        last[0] = now();
                        return CaseDriver.isOver(last[0])
                                || CaseDriver.waitsForDate(last[0])
                                || !open(last[0]).isEmpty();
                    });
        } catch (ConditionTimeoutException stuck) {
            throw new AssertionError("nobody has it: " + last[0] + " " + this + ", " + processes(), stuck);
        }
        open(last[0]).forEach(this::requireOwnerAndClock);
        return last[0];
    }

    private void requireOwnerAndClock(JsonNode item) {
        var hasOwner = !item.path("assignee").asText("").isEmpty()
                || !item.path("candidateGroups").isEmpty();
        var hasClock =
                item.path("due").isTextual() || item.path("clock").asText().equals("stopped");
        if (!hasOwner || !hasClock) {
            throw new AssertionError("without an owner or a clock: " + item + " " + this);
        }
    }

    private String processes() {
        return door.as("auditor").get(path() + "/processes").text() + " "
                + door.as("auditor").get(path() + "/history").text();
    }

    /** As its hospital sees it, which may have become another one; where it may see it no more, as the auditor does. */
    JsonNode now() {
        var seen = door.as(clinician).get(path());
        if (seen.status() == 200) {
            return seen.body();
        }
        var audited = door.as("auditor").get(path()).expect(200).body();
        clinician = People.account("clinician:" + audited.path("provider").asText());
        var again = door.as(clinician).get(path());
        return again.status() == 200 ? again.body() : audited;
    }

    private void work(JsonNode item, boolean byChance) {
        var account = People.whoWorks(item);
        var path = "/api/v1/work-items/" + key(item);
        var form = door.as(account).get(path + "/form");
        if (NOT_TAKEN.contains(form.status())) {
            refuse(item, form);
            return;
        }
        var shown = form.expect(200).body();
        if (shown.path("data").path("nobodyMayLead").asBoolean() || hasTooFewExperts(item)) {
            log.add(events.handOn(now()));
            return;
        }
        var done = door.as(account)
                .post(
                        path + "/complete",
                        Map.of(
                                "data",
                                filled(item, account, shown, byChance),
                                "version",
                                shown.path("version").asInt()));
        if (NOT_TAKEN.contains(done.status())) {
            refuse(item, done);
        } else {
            done.expect(200);
            log.add(item.path("elementId").asText() + " by " + account);
        }
    }

    /** After earlier rounds a network may have nobody left to ask. */
    private boolean hasTooFewExperts(JsonNode item) {
        return "panel-too-few-experts".equals(whyRefused.get(key(item))) && refused.getOrDefault(key(item), 0) > TRIES;
    }

    /** What chance made of a form that its own rules do not let through is answered in the usual way. */
    private Map<String, Object> filled(JsonNode item, String account, JsonNode shown, boolean byChance) {
        var asked = new Asked(
                item.path("formId").asText(), item.path("elementId").asText(), account, 0, shown.path("data"));
        var filler = new FormFiller(door.clock());
        var schema = shown.path("schema");
        var usual = new HashMap<>(RandomCases.USUAL.answer(asked));
        if ("letter-not-for-them".equals(whyRefused.get(key(item)))) {
            usual.put("letterDecision", "change");
        }
        if (!byChance || refused.getOrDefault(key(item), 0) >= TRIES / 2) {
            return filler.fill(schema, asked.data(), usual);
        }
        try {
            return filler.fill(schema, asked.data(), answers.answer(asked, schema));
        } catch (AssertionError contradictory) {
            return filler.fill(schema, asked.data(), usual);
        }
    }

    /** Tried a few times; then others have to act first. */
    private void refuse(JsonNode item, Door.Reply why) {
        log.add(item.path("elementId").asText() + " refused: " + why.status() + " "
                + why.body().path("code").asText());
        whyRefused.put(key(item), why.body().path("code").asText());
        if (why.body().path("code").asText().equals("case-restricted")) {
            events.lift(now());
        }
        if (refused.merge(key(item), 1, Integer::sum) > 25 * TRIES) {
            throw new AssertionError("never taken: " + item + ": " + why + " " + this + ", " + processes());
        }
    }

    private Optional<JsonNode> next(JsonNode now) {
        return workable(now).stream().findFirst();
    }

    private List<JsonNode> workable(JsonNode now) {
        return open(now).stream().filter(item -> !left.contains(key(item))).toList();
    }

    private static List<JsonNode> open(JsonNode now) {
        return StreamSupport.stream(now.path("openWork").spliterator(), false).toList();
    }

    private static String key(JsonNode item) {
        return item.path("taskKey").asText();
    }

    /** Work of the referral, or on what the patient asked for. Whether the copy of a case that is over is kept on is asked whenever its time comes. */
    List<JsonNode> openWork() {
        return open(now()).stream()
                .filter(item -> !item.path("elementId").asText().equals("review-retention"))
                .toList();
    }

    Told told() {
        return new Told(
                door, new CaseDriver(door, caseId, clinician, Script.straight()), Objects.requireNonNull(clinician));
    }

    String caseId() {
        return caseId;
    }

    private String path() {
        return "/api/v1/cases/" + caseId;
    }

    @Override
    public String toString() {
        return "case " + caseId + ", after " + log;
    }
}
