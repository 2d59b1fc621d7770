package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.Jvm;
import org.konsil.journey.MarkedPatient;
import org.konsil.journey.Search;
import org.konsil.journey.Traces;
import org.konsil.operations.CommandLine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A backup is taken while people work their cases. The archive becomes another data folder and another database, where everything that was
 * acknowledged before stands, and the cases are worked to their end.
 */
@Aside
abstract class BackupTest {

    private static final int CASES = 2;
    private static final int STEPS_BEFORE = 16;

    @TempDir
    Path folder;

    private final int port = Jvm.freePort();
    private final Ledger ledger = new Ledger();
    private final MarkedPatient patient = new MarkedPatient();

    /** How the program is told of its database, and of another one that is empty. */
    abstract List<String> database();

    abstract List<String> otherDatabase();

    abstract Connection connect(Path home) throws SQLException;

    abstract Connection connectToTheOther(Path home) throws SQLException;

    /** Where the databases themselves keep their files. */
    abstract Path files(Path home);

    private String[] arguments(Path home, List<String> database, String... more) {
        var arguments = new ArrayList<>(Arrays.asList(more));
        arguments.addAll(Jvm.demonstration(home, port));
        arguments.addAll(database);
        return arguments.toArray(String[]::new);
    }

    private Staff staff(Ledger of) {
        return new Staff(URI.create("http://127.0.0.1:" + port), of);
    }

    @Test
    void theRestoredProgramHasAllThatWasAcknowledgedAndGoesOn() throws Exception {
        var home = folder.resolve("home");
        var archive = folder.resolve("elsewhere/konsil.zip");
        Acknowledged before;
        try (var program = Child.start(folder.resolve("program.log"), arguments(home, database()));
                var people = Executors.newFixedThreadPool(CASES)) {
            program.awaitReady(port);
            for (int number = 0; number < CASES; number++) {
                var key = "case-" + number;
                people.submit(() -> staff(ledger).workUntilQuiet(staff(ledger).register(patient.registration(), key)));
            }
            program.await("work is under way", () -> ledger.acknowledged() >= STEPS_BEFORE);
            before = Acknowledged.of(ledger);

            assertThat(CommandLine.run(arguments(
                            home,
                            database(),
                            "backup",
                            "--to=" + archive,
                            "--KONSIL_ADMIN_USER=admin",
                            "--KONSIL_ADMIN_PASSWORD=konsil-demo")))
                    .isZero();

            assertThat(CommandLine.run("verify-backup", "--from=" + archive)).isZero();
            assertThat(Search.of(MarkedPatient.secrets()).folder(folder).found())
                    .as("while it runs")
                    .isEmpty();
            people.shutdownNow();
        }
        var elsewhere = folder.resolve("elsewhere/home");
        FileSystemUtils.copyRecursively(home.resolve("keys"), elsewhere.resolve("keys"));
        var restore = arguments(elsewhere, otherDatabase(), "restore", "--from=" + archive);
        assertThat(CommandLine.run(restore)).isZero();
        assertThat(CommandLine.run(restore)).as("not twice").isEqualTo(65);

        try (var program = Child.start(folder.resolve("restored.log"), arguments(elsewhere, otherDatabase()))) {
            program.awaitReady(port);
            assertThatCasesEnd(before);
        }
        assertThatNothingIsMissing(elsewhere, before);
        assertThatNothingIsInTheOpen(home, elsewhere, before);
        assertThat(Files.exists(elsewhere.resolve("backups"))).isFalse();
    }

    private void assertThatCasesEnd(Acknowledged before) {
        var asItWas = new Ledger();
        before.completed().forEach(task -> asItWas.completed(task.caseId(), task.key()));
        var staff = staff(asItWas);
        var latest = Instant.MIN;
        for (var one : before.cases()) {
            staff.workUntilQuiet(one);
            var due = Instant.parse(staff.caseNow(one).path("nextFollowUp").asText());
            latest = due.isAfter(latest) ? due : latest;
        }
        staff.advanceTo(latest);
        before.cases().forEach(staff::workUntilClosed);
        staff.assertThatTheHistoryIsIntact();
    }

    /** In all that the two programs left: their folders, databases, archives, logs, temporary files. */
    private void assertThatNothingIsInTheOpen(Path home, Path elsewhere, Acknowledged before) throws Exception {
        try (var one = connect(home);
                var other = connectToTheOther(elsewhere)) {
            var patients = Search.of(MarkedPatient.secrets())
                    .database("the database", one)
                    .database("the restored database", other);
            assertThat(Search.writesAsItIs(one) && Search.writesAsItIs(other)).isTrue();
            assertThat(patients.folder(folder).folder(files(home)).found()).isEmpty();
        }
        var cases = Search.of(before.cases().stream().map(Traces::of).toList());
        try (var one = connect(home)) {
            assertThat(cases.database("the database", one).found())
                    .as("the cases themselves are found")
                    .isNotEmpty();
        }
        assertThat(cases.folder(home.resolve("engine")).found().keySet())
                .as("and in the files of an engine that was stopped on the way")
                .anyMatch(file -> file.endsWith(".sst!"))
                .anyMatch(file -> file.endsWith("store.mv.db"));
        assertThat(Search.of(List.of(Traces.of("dispatcher.epicare")))
                        .folder(files(home))
                        .found())
                .as("texts are found in the database's files")
                .isNotEmpty();
    }

    private void assertThatNothingIsMissing(Path home, Acknowledged before) throws SQLException {
        try (var connection = connectToTheOther(home)) {
            before.assertKept(connection);
            var sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            assertThat(Objects.requireNonNull(
                            sql.queryForObject("SELECT count(*) FROM outbox WHERE state = 'WAITING'", Long.class)))
                    .isZero();
        }
    }
}
