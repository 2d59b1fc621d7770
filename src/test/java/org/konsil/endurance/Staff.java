package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.konsil.journey.Door;
import org.konsil.journey.StraightStory;

/**
 * People who work cases over HTTP and do not give up: where the connection breaks or the program says that it cannot just now, they say
 * the very same again. What was answered with success goes into the ledger.
 */
final class Staff {

    static final String CLINICIAN = "clinician.fi";

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final List<Door> doors;
    private final AtomicInteger calls = new AtomicInteger();
    private final Ledger ledger;

    Staff(URI address, Ledger ledger) {
        this(List.of(address), ledger);
    }

    /** Who come in by each of these doors in turn, as a load balancer sends them. */
    Staff(List<URI> addresses, Ledger ledger) {
        this.doors = addresses.stream().map(Door::new).toList();
        this.ledger = ledger;
    }

    private Door door() {
        return doors.get(calls.getAndIncrement() % doors.size());
    }

    Door.Reply get(String account, String path) {
        return persistently(() -> door().as(account).get(path));
    }

    Door.Reply post(String account, String path, Object body, @Nullable String key) {
        return persistently(() -> door().as(account).post(path, body, key));
    }

    /** Registers a case. @return its id */
    String register(JsonNode answers, String key) {
        var reply = post(CLINICIAN, "/api/v1/cases", answers, key).expect(201);
        var caseId = reply.body().path("caseId").asText();
        ledger.registered(key, caseId);
        return caseId;
    }

    JsonNode caseNow(String caseId) {
        return get(CLINICIAN, "/api/v1/cases/" + caseId).expect(200).body();
    }

    /** Works all that is open now. @return whether there was anything */
    boolean workOpen(String caseId) {
        var open = caseNow(caseId).path("openWork");
        StreamSupport.stream(open.spliterator(), false).forEach(item -> work(caseId, item));
        return !open.isEmpty();
    }

    /** Works until the case is closed or waits for a date. */
    void workUntilQuiet(String caseId) {
        workUntil(caseId, Staff::isQuiet);
    }

    void workUntilClosed(String caseId) {
        workUntil(caseId, Staff::isClosed);
    }

    private void workUntil(String caseId, Predicate<JsonNode> holds) {
        while (!holds.test(caseNow(caseId))) {
            Awaitility.await("the case goes on: " + caseId)
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PAUSE)
                    .until(() -> workOpen(caseId) || holds.test(caseNow(caseId)));
        }
    }

    private static boolean isClosed(JsonNode now) {
        return now.path("state").asText().equals("CLOSED");
    }

    private static boolean isQuiet(JsonNode now) {
        return isClosed(now)
                || now.path("openWork").isEmpty() && now.path("nextFollowUp").isTextual();
    }

    private void work(String caseId, JsonNode item) {
        var account = StraightStory.whoWorks(item);
        var path = "/api/v1/work-items/" + item.path("taskKey").asText();
        if (item.path("assignee").asText("").isEmpty()) {
            var claimed = post(account, path + "/claim", Map.of(), null);
            if (claimed.status() != 200) {
                expectGone(claimed);
                return;
            }
            ledger.claimed(caseId, item.path("taskKey").asLong());
        }
        var form = get(account, path + "/form");
        if (form.status() != 200) {
            expectGone(form);
            return;
        }
        var said = Map.of(
                "data", persistently(() -> StraightStory.answers(door(), item, form.body())),
                "version", form.body().path("version").asInt());
        var reply = post(account, path + "/complete", said, null);
        if (reply.status() == 200) {
            ledger.completed(caseId, item.path("taskKey").asLong());
        } else {
            expectGone(reply);
        }
    }

    /** The work changed under their hands: it is looked at again. Whether anything is wrong shows at the end. */
    private static void expectGone(Door.Reply reply) {
        if (reply.status() != 404 && reply.status() != 409) {
            throw new AssertionError("refused with " + reply.status() + ": " + reply.text());
        }
    }

    /** Moves the clock to this moment, however often the answer is lost. */
    void advanceTo(Instant moment) {
        var end = Instant.now().plus(PATIENCE);
        while (now().isBefore(moment)) {
            var by = Duration.between(now(), moment).plusMinutes(1);
            var reply = post("admin", "/api/v1/clock/advance", Map.of("by", by.toString()), null);
            if (reply.status() != 200 && (reply.status() != 409 || Instant.now().isAfter(end))) {
                throw new AssertionError("the clock does not move: " + reply.status() + " " + reply.text());
            }
        }
    }

    /** As an auditor sees it: chained from the first entry to the last, and none changed. */
    void assertThatTheHistoryIsIntact() {
        var verification = get("auditor", "/api/v1/audit/verification").expect(200);
        assertThat(verification.body().path("intact").asBoolean())
                .as(verification.text())
                .isTrue();
    }

    private Instant now() {
        return Instant.parse(
                get("admin", "/api/v1/clock").expect(200).body().path("now").asText());
    }

    /** Asks again while nobody answers, or while the answer is that the world is broken just now. */
    private <T> T persistently(Supplier<T> call) {
        var answer = new AtomicReference<T>();
        Awaitility.await("an answer")
                .pollInSameThread()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .ignoreException(UncheckedIOException.class)
                .until(() -> {
                    answer.set(call.get());
                    return !(answer.get() instanceof Door.Reply reply) || reply.status() != 503;
                });
        return Objects.requireNonNull(answer.get());
    }
}
