package org.konsil.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konsil.bench.Table.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Jvm;
import org.konsil.Konsil;
import org.konsil.Onni;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Door;
import org.konsil.journey.Script;
import org.konsil.kernel.CaseId;
import org.konsil.terminology.Terminology;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The desk as its people have it, over HTTP, on PostgreSQL with the embedded engine: a page of a list, two hundred people at once, and
 * how soon after a form was sent the next task is there.
 */
class DeskBenchmark {

    private static final int OPEN = Integer.getInteger("konsil.bench.queue.open", 100_000);
    private static final int FINISHED = Integer.getInteger("konsil.bench.queue.finished", 1_000_000);
    private static final int LOOKS = Integer.getInteger("konsil.bench.desk.looks", 3_000);
    private static final int PEOPLE = Integer.getInteger("konsil.bench.desk.people", 200);
    private static final int CASES = Integer.getInteger("konsil.bench.desk.cases", 20);
    private static final Duration CLICKING = Duration.ofSeconds(Integer.getInteger("konsil.bench.desk.seconds", 60));

    /** So many times as many cases before, until what is used often is compiled: what is measured works for months. */
    private static final int WARMING = Integer.getInteger("konsil.bench.desk.warming", 8);

    /** Between two clicks somebody reads: so many milliseconds at least, and at most as many again. */
    private static final int READING = 2_000;

    private static final List<String> PAGES = List.of(
            "/work",
            "/work/available",
            "/work/available?sort=-created",
            "/work/cases",
            "/work/team",
            "/work/all",
            "/work/all?sort=-priority",
            "/work/all?urgency=urgent",
            "/work/all?due=overdue");

    /** After this the case is asked whether it waits for a date. */
    private static final Duration NOTHING_COMES = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final RandomGenerator chance =
            RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    private URI base = URI.create("http://127.0.0.1");

    @Test
    void aDayAtTheDesk() throws Exception {
        try (var database = CaseDatabase.postgres(folder.resolve("database"))) {
            fill(database);
            var port = Jvm.freePort();
            base = URI.create("http://127.0.0.1:" + port);
            try (var program = Measured.startServer(folder.resolve("home"), port, settings(database))) {
                awaitRest(program);
                var table = new Table(
                        "%,d open, %,d finished, PostgreSQL (ms)".formatted(OPEN, FINISHED), "p50", "p99", "most");
                var people = signIn();
                look(people, new Latencies());
                row(table, "page of a list over HTTP", look(people, new Latencies()));
                complete(program.door(), database, table);
                click(people, table);
            }
        }
    }

    private static List<String> settings(CaseDatabase database) {
        return List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=");
    }

    /** By the product's own tables and keys, without its engine: nobody has asked the engine for this work. */
    private void fill(CaseDatabase database) {
        var arguments = new ArrayList<>(Jvm.demonstration(folder.resolve("home"), 0));
        arguments.addAll(settings(database));
        arguments.addAll(List.of("--konsil.engine=none", "--camunda.client.enabled=false"));
        try (var house = new SpringApplicationBuilder(Konsil.class).run(arguments.toArray(String[]::new));
                var pool = database.pool()) {
            var vault = house.getBean(Vault.class);
            house.getBean(TransactionTemplate.class)
                    .executeWithoutResult(
                            begun -> new QueueWorld(pool, Instant.now(), (caseId, name) -> seal(vault, caseId, name))
                                    .fill(OPEN, FINISHED));
            var jdbc = new JdbcTemplate(pool);
            // nothing was written of these cases: there is nothing that the program would have to find them by
            jdbc.update(
                    "UPDATE case_file SET diseases_by = ?",
                    house.getBean(Terminology.class).classification());
            jdbc.execute("INSERT INTO case_search (case_id, kind, provider, token)"
                    + " SELECT id, 'PSEUDONYM', provider, CAST(id AS VARCHAR(36)) FROM case_file");
            jdbc.execute("VACUUM ANALYZE");
        }
    }

    private static byte[] seal(Vault vault, CaseId caseId, String name) {
        return vault.seal(caseId, Controller.HOME, "case_file.pseudonym", name);
    }

    /** Until it has compared its lists with the engine. */
    private static void awaitRest(Measured program) throws InterruptedException {
        var before = Duration.ZERO;
        var now = program.cpu();
        while (now.minus(before).toMillis() > 500) {
            Thread.sleep(3_000);
            before = now;
            now = program.cpu();
        }
    }

    private List<Clicker> signIn() throws IOException, InterruptedException {
        var people = new ArrayList<Clicker>();
        var accounts = DemoStaff.accounts();
        for (int person = 0; person < PEOPLE; person++) {
            people.add(Clicker.signedIn(http, base, accounts.get(person % accounts.size())));
        }
        return people;
    }

    /** One after the other. */
    private Latencies look(List<Clicker> people, Latencies times) throws Exception {
        for (int look = 0; look < LOOKS; look++) {
            click(people.get(chance.nextInt(people.size())), times, chance);
        }
        return times;
    }

    private static void click(Clicker person, Latencies times, RandomGenerator chance) throws Exception {
        var path = PAGES.get(chance.nextInt(PAGES.size()));
        var begun = System.nanoTime();
        var page = person.open(path);
        times.add(System.nanoTime() - begun);
        for (var next : Clicker.next(page)) {
            begun = System.nanoTime();
            person.open(next);
            times.add(System.nanoTime() - begun);
        }
    }

    private static void complete(Door door, CaseDatabase database, Table table) throws SQLException {
        try (var lists = new ListWatch(database)) {
            for (int before = 0; before < WARMING; before++) {
                complete(door, lists, new Latencies(), new Latencies());
            }
            var answered = new Latencies();
            var next = new Latencies();
            complete(door, lists, answered, next);
            row(table, "form sent until answered", answered);
            row(table, "form sent until the next task is there", next);
        }
    }

    /** Works cases one after the other; where somebody's form leads to the next one's, says how long that took. */
    private static void complete(Door door, ListWatch lists, Latencies answered, Latencies next) throws SQLException {
        for (int number = 0; number < CASES; number++) {
            var driver = CaseDriver.register(door, "clinician.fi", Onni.answers(), Script.straight());
            var now = driver.await(
                    "asks for something", it -> !it.path("openWork").isEmpty());
            var known = new HashSet<String>();
            while (!CaseDriver.waitsForDate(now) && !CaseDriver.isOver(now)) {
                var before = keys(now);
                known.addAll(before);
                for (var item : now.path("openWork")) {
                    driver.work(item);
                    answered.add(System.nanoTime() - driver.sentAt());
                }
                now = before.size() == 1
                        ? seen(driver, lists, known, next)
                        : driver.await("goes on", it -> !keys(it).equals(before));
                if (now.path("openWork").isEmpty()) {
                    now = driver.await(
                            "goes on",
                            it -> !it.path("openWork").isEmpty()
                                    || CaseDriver.waitsForDate(it)
                                    || CaseDriver.isOver(it));
                }
            }
        }
    }

    private static JsonNode seen(CaseDriver driver, ListWatch lists, Set<String> known, Latencies next)
            throws SQLException {
        while (true) {
            var told = lists.next(driver.caseId(), NOTHING_COMES);
            if (!known.containsAll(told)) {
                next.add(System.nanoTime() - driver.sentAt());
                var now = driver.theCase();
                assertThat(keys(now)).as("what is on the lists").anyMatch(key -> !known.contains(key));
                return now;
            }
            if (told.isEmpty()) {
                var now = driver.theCase();
                if (CaseDriver.isOver(now) || CaseDriver.waitsForDate(now)) {
                    return now;
                }
            }
        }
    }

    private static Set<String> keys(JsonNode now) {
        return StreamSupport.stream(now.path("openWork").spliterator(), false)
                .map(item -> item.path("taskKey").asText())
                .collect(Collectors.toSet());
    }

    private void click(List<Clicker> people, Table table) throws Exception {
        var times = new Latencies();
        var errors = new ConcurrentLinkedQueue<Throwable>();
        var end = System.nanoTime() + CLICKING.toNanos();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int person = 0; person < people.size(); person++) {
                var clicker = people.get(person);
                var own = RandomGeneratorFactory.of("L64X128MixRandom").create(person);
                all.add(crowd.submit(() -> {
                    while (System.nanoTime() < end) {
                        try {
                            Thread.sleep(READING + own.nextInt(READING));
                            click(clicker, times, own);
                        } catch (Exception | AssertionError failed) {
                            errors.add(failed);
                        }
                    }
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        row(table, "page of a list, %d people at once".formatted(people.size()), times);
        assertThat(errors).isEmpty();
    }

    private static void row(Table table, String what, Latencies times) {
        table.row(what, number(times.millis(0.5)), number(times.millis(0.99)), number(times.millis(1)));
    }
}
