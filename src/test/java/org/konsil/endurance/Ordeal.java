package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.konsil.Jvm;
import org.konsil.Onni;

/** Cases that are worked by several clients while something terrible happens to the program, and what must hold of them afterwards. */
final class Ordeal implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What happens meanwhile. It has to come to its end, and leave the program running. */
    interface Trouble {
        void strike(Ordeal ordeal) throws Exception;
    }

    private interface Work {
        void on(int number) throws Exception;
    }

    final Ledger ledger = new Ledger();
    final int port = Jvm.freePort();
    final URI address = URI.create("http://127.0.0.1:" + port);
    final Child program;
    private final Path searches;
    private final Instant begun = Instant.now();
    private final AtomicBoolean worked = new AtomicBoolean();
    private final List<String> cases = Collections.synchronizedList(new ArrayList<>());
    private String undisturbed = "";

    Ordeal(Path folder, List<String> database) {
        searches = folder.resolve("home/engine/store");
        var arguments = new ArrayList<>(Jvm.demonstration(folder.resolve("home"), port));
        arguments.addAll(database);
        program = Child.start(folder.resolve("program.log"), arguments.toArray(String[]::new));
        program.awaitReady(port);
    }

    Staff staff() {
        return new Staff(address, ledger);
    }

    /** Works all cases to their end: first one in peace, by which the others are measured, then these with trouble. */
    void endure(int count, Trouble trouble) throws Exception {
        undisturbed = staff().register(Onni.answers(), "undisturbed");
        staff().workUntilQuiet(undisturbed);
        say("one case in peace waits for its follow-up");
        try (var executor = Executors.newSingleThreadExecutor()) {
            var troubles = executor.submit((Callable<Void>) () -> {
                trouble.strike(this);
                return null;
            });
            try {
                inParallel(count, number -> {
                    var staff = staff();
                    var caseId = staff.register(Onni.answers(), "case-" + number);
                    cases.add(caseId);
                    staff.workUntilQuiet(caseId);
                });
            } finally {
                worked.set(true);
                troubles.get();
            }
        }
        say("all wait for their follow-up");
        finish();
        say("all are closed");
    }

    private void finish() throws Exception {
        var staff = staff();
        var all = new ArrayList<>(cases);
        all.add(undisturbed);
        var latest = Instant.MIN;
        for (var caseId : all) {
            var due = Instant.parse(staff.caseNow(caseId).path("nextFollowUp").asText());
            latest = due.isAfter(latest) ? due : latest;
        }
        staff.advanceTo(latest);
        inParallel(all.size(), number -> staff().workUntilClosed(all.get(number)));
        for (var caseId : all) {
            Awaitility.await("the engine's last decision is in the history of " + caseId)
                    .atMost(PATIENCE)
                    .until(() -> staff.get(Staff.CLINICIAN, "/api/v1/cases/" + caseId + "/history")
                            .text()
                            .contains("decision:closing-reason"));
        }
        staff.assertThatTheHistoryIsIntact();
    }

    /** To be called when the program has ended. */
    void verify(Connection database) throws SQLException {
        try (var tables = DriverManager.getConnection("jdbc:h2:file:" + searches + ";IFEXISTS=TRUE", "sa", "")) {
            new Aftermath(database, tables, ledger).verify(undisturbed, List.copyOf(cases));
        }
        say("verified");
    }

    /** Waits until so many steps are acknowledged, or nothing is left to be done. */
    void awaitAcknowledged(int steps) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (ledger.acknowledged() < steps && !worked.get()) {
            assertThat(Instant.now()).as("work goes on").isBefore(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    void say(String what) {
        System.out.printf(
                "%4d s, %3d steps acknowledged: %s%n",
                Duration.between(begun, Instant.now()).toSeconds(), ledger.acknowledged(), what);
    }

    private static void inParallel(int times, Work work) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<Future<?>>();
            for (int number = 0; number < times; number++) {
                int one = number;
                all.add(executor.submit((Callable<Void>) () -> {
                    work.on(one);
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
