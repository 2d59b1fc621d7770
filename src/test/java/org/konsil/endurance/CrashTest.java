package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Onni;

/**
 * Thirty cases are worked by eight clients while the program is killed again and again. Whatever was acknowledged stands exactly once
 * in the end, and each case has left the very same marks as one that nothing happened to.
 */
abstract class CrashTest {

    private static final int CASES = 30;
    private static final int CLIENTS = 8;
    private static final int KILLS = 8;

    /** Acknowledged steps of one case on its way, at least: registering, and its tasks. */
    private static final int STEPS = 20;

    private final long seed = Long.getLong("konsil.crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Ledger ledger = new Ledger();
    private final int port = Child.freePort();
    private final URI address = URI.create("http://127.0.0.1:" + port);

    @TempDir
    Path folder;

    /** Where the program keeps its database. */
    abstract List<String> database();

    abstract Connection connect(Path home) throws SQLException;

    private Child start() {
        var arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=demo",
                "--konsil.home=" + folder.resolve("home"),
                "--server.port=" + port,
                "--konsil.engine-settings.grpc-port=0",
                "--konsil.engine-settings.rest-port=0"));
        arguments.addAll(database());
        return Child.start(folder.resolve("program.log"), arguments.toArray(String[]::new));
    }

    @Test
    void whatWasAcknowledgedStandsExactlyOnce() throws Exception {
        System.out.println("crash test with -Dkonsil.crash.seed=" + seed);
        var begun = Instant.now();
        String undisturbed;
        var cases = new ArrayList<String>();
        try (var program = start()) {
            program.awaitReady(port);
            var staff = new Staff(address, ledger);
            undisturbed = staff.register(Onni.answers(), "undisturbed");
            staff.workUntilQuiet(undisturbed);
            say(begun, "the undisturbed case waits for its follow-up");

            cases.addAll(underFire(program, begun));
            staff.advanceTo(followUp(staff, cases));
            inParallel(cases.size(), number -> {
                finish(new Staff(address, ledger), cases.get(number));
                return null;
            });
            finish(staff, undisturbed);
            say(begun, "all are closed");
            assertThat(staff.get("auditor", "/api/v1/audit/verification")
                            .expect(200)
                            .body()
                            .path("intact")
                            .asBoolean())
                    .isTrue();
        }
        try (var connection = connect(folder.resolve("home"))) {
            new Aftermath(connection, ledger).verify(undisturbed, cases);
        }
        say(begun, "verified");
    }

    /** Registers and works all cases up to their follow-up, while somebody kills the program after every so many steps. */
    private List<String> underFire(Child program, Instant begun) throws Exception {
        var cases = Collections.synchronizedList(new ArrayList<String>());
        var ended = new AtomicReference<Boolean>(false);
        try (var executor = Executors.newSingleThreadExecutor()) {
            var killer = executor.submit(() -> {
                var moments = moments();
                while (!moments.isEmpty()) {
                    if (ledger.acknowledged() >= moments.element() || ended.get()) {
                        moments.remove();
                        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
                        program.kill();
                        say(begun, "killed after " + ledger.acknowledged() + " acknowledged steps");
                        program.startAgain();
                        if (moments.size() % 4 == 1) {
                            TimeUnit.MILLISECONDS.sleep(random.nextInt(8_000));
                            program.kill();
                            say(begun, "killed while it started");
                            program.startAgain();
                        }
                        program.awaitReady(port);
                    }
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                return null;
            });
            try {
                inParallel(CASES, number -> {
                    var staff = new Staff(address, ledger);
                    var caseId = staff.register(Onni.answers(), "case-" + number);
                    cases.add(caseId);
                    staff.workUntilQuiet(caseId);
                    return null;
                });
            } finally {
                ended.set(true);
                killer.get();
            }
        }
        return cases;
    }

    /** How many steps are acknowledged before each kill. */
    private Queue<Integer> moments() {
        return new ArrayDeque<>(random.ints(KILLS, 0, CASES * STEPS)
                .map(steps -> steps + ledger.acknowledged())
                .sorted()
                .boxed()
                .toList());
    }

    private static Instant followUp(Staff staff, List<String> cases) {
        return cases.stream()
                .map(caseId ->
                        Instant.parse(staff.caseNow(caseId).path("nextFollowUp").asText()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static void finish(Staff staff, String caseId) {
        var end = Instant.now().plus(Duration.ofMinutes(2));
        while (!Staff.isClosed(staff.caseNow(caseId))) {
            if (!staff.workOpen(caseId) && Instant.now().isAfter(end)) {
                throw new AssertionError("The case does not end: " + staff.caseNow(caseId));
            }
        }
    }

    private interface Task {
        Void at(int number) throws Exception;
    }

    private static void inParallel(int times, Task task) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<Future<Void>>();
            for (int number = 0; number < times; number++) {
                int one = number;
                all.add(executor.submit((Callable<Void>) () -> task.at(one)));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    private static void say(Instant begun, String what) {
        System.out.println(Duration.between(begun, Instant.now()).toSeconds() + " s: " + what);
    }
}
