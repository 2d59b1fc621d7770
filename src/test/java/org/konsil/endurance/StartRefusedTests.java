package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.Jvm;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A program that cannot start ends, says in one message what is wrong and what to do, and leaves nothing half-done. */
@Aside
class StartRefusedTests {

    private static final String ANY_GRPC_PORT = "--konsil.engine-settings.grpc-port=0";
    private static final String ANY_REST_PORT = "--konsil.engine-settings.rest-port=0";

    @TempDir
    Path folder;

    private Path home;
    private Path log;

    @BeforeEach
    void place() {
        home = folder.resolve("home");
        log = folder.resolve("said.log");
    }

    private String refusal(List<String> launcher, String... more) throws InterruptedException {
        var usual = Stream.of(
                "--spring.profiles.active=demo",
                "--konsil.home=" + home,
                "--server.port=0",
                ANY_GRPC_PORT,
                ANY_REST_PORT);
        var arguments = Stream.concat(usual, Stream.of(more)).toArray(String[]::new);
        try (var child = Child.start(log, Path.of("").toAbsolutePath(), launcher, arguments)) {
            assertThat(child.awaitEnd()).isNotZero();
            return child.said();
        }
    }

    /** One message with what to do, and no stack trace. */
    private static void assertClear(String said, String... words) {
        assertThat(said)
                .contains(words)
                .containsOnlyOnce("APPLICATION FAILED TO START")
                .doesNotContain("\n\tat ");
    }

    @Test
    void thePagesPortIsInUse() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();

            var said = refusal(List.of(), "--server.port=" + port);

            assertClear(said, "Port " + port, "in use", "--server.port=");
            assertThat(home).as("nothing was begun").doesNotExist();
        }
    }

    @Test
    void theEnginesPortIsInUse() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();

            var said = refusal(
                    List.of(),
                    "--spring.profiles.active=engine",
                    "--camunda.client.auth.username=application",
                    "--camunda.client.auth.password=shared",
                    "--konsil.engine-settings.rest-port=" + port);

            assertClear(said, "REST port " + port, "konsil.engine-settings.rest-port");
        }
    }

    @Test
    void theEngineKnowsNobody() throws Exception {
        var said = refusal(List.of(), "--spring.profiles.active=engine");

        assertClear(said, "camunda.client.auth.username", "camunda.client.auth.password");
    }

    @Test
    void nobodyCouldSignIn() throws Exception {
        var said = refusal(
                List.of(),
                "--spring.profiles.active=production",
                "--konsil.vault.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

        assertClear(said, "no OpenID provider is configured", "KONSIL_ISSUER", "--spring.profiles.active=demo");
    }

    @Test
    void anotherProgramHasTheDataFolder() throws Exception {
        Files.createDirectories(home.resolve("db"));
        try (var other = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("db/konsil"), "sa", "")) {
            assertThat(other.isValid(1)).isTrue();

            assertClear(refusal(List.of()), "data folder is in use", "--konsil.home=");
        }
    }

    @Test
    void theDataFolderIsOfANewerVersion() throws Exception {
        var engine = Files.createDirectories(home.resolve("engine"));
        Files.writeString(engine.resolve("version"), "format=9\nengine=8.9.0\nproduct=2.0.0\n");

        assertClear(refusal(List.of()), "newer version (Konsil 2.0.0", "Start that version or a later one");
        assertThat(home.resolve("db")).as("nothing was begun").doesNotExist();
    }

    @Test
    void theDatabaseIsOfANewerVersion() throws Exception {
        Files.createDirectories(home.resolve("db"));
        try (var later = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("db/konsil"), "sa", "")) {
            Flyway.configure()
                    .dataSource(new SingleConnectionDataSource(later, true))
                    .locations("filesystem:" + laterSteps())
                    .load()
                    .migrate();
        }

        assertClear(refusal(List.of()), "database was written by a newer version", "Start that version");
    }

    private Path laterSteps() throws IOException {
        var steps = Files.createDirectories(folder.resolve("later"));
        Files.writeString(steps.resolve("V9000__later.sql"), "create table later (id integer);");
        return steps;
    }

    @Test
    void theDataFolderCannotBeWritten() throws Exception {
        home = Files.writeString(folder.resolve("occupied"), "a file").resolve("home");

        assertClear(refusal(List.of()), home.toString(), "cannot write", "--konsil.home=");
    }

    @Test
    void theDiskIsFull() throws Exception {
        var small = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", """
                mkdir -p "$0" && mount -t tmpfs -o size=20m none "$0" && exec "$@"
                """, home.toString());
        assumeTrue(works(small), "this machine lets nobody mount a small file system");

        assertClear(refusal(small), home.toString(), "MB are free", "make room");
    }

    private boolean works(List<String> launcher) throws IOException, InterruptedException {
        var command = Stream.concat(launcher.stream(), Stream.of("true")).toList();
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    @Test
    void theDatabaseDoesNotAnswer() throws Exception {
        var said = refusal(
                List.of(),
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/konsil?password=secret"
                        .formatted(Jvm.freePort()),
                "--spring.datasource.hikari.connection-timeout=500");

        assertClear(said, "jdbc:postgresql://127.0.0.1", "does not answer", "KONSIL_DATABASE_URL");
        assertThat(said).doesNotContain("secret");
    }

    /** The one that is not refused as a whole: the other processes are in use, and the file's name and fault are said. */
    @Test
    void aProcessFileDoesNotParse() throws Exception {
        var directory = Files.createDirectories(folder.resolve("site"));
        copy(Path.of("processes"), directory.resolve("processes"));
        Files.writeString(directory.resolve("processes/domestic-no.bpmn"), "<bpmn:definitions><no");
        Files.writeString(directory.resolve("processes/empty.bpmn"), """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
                  <bpmn:process id="empty" isExecutable="true"/>
                </bpmn:definitions>
                """);
        var port = Jvm.freePort();
        try (var child = Child.start(
                log,
                directory,
                List.of(),
                "--spring.profiles.active=demo",
                "--konsil.home=" + home,
                "--server.port=" + port,
                ANY_GRPC_PORT,
                ANY_REST_PORT)) {
            child.awaitReady(port).awaitSaid("The engine has our processes");

            assertThat(child.said().lines().filter(line -> line.contains(" ERROR ")))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("domestic-no.bpmn is not in use") && line.contains("start again"))
                    .anyMatch(line -> line.contains("empty.bpmn is not in use"));
            assertThat(child.said()).doesNotContain("\n\tat ");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
