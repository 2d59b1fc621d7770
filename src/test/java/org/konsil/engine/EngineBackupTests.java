package org.konsil.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.engine.backup.ArchiveReader;
import org.konsil.engine.backup.ArchiveRefused;
import org.konsil.engine.backup.Backup;
import org.konsil.engine.backup.BackupPlan;
import org.konsil.engine.backup.BackupTaken;
import org.konsil.engine.backup.Migrations;
import org.konsil.engine.backup.Restore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An engine is copied while clients work it, and goes on from the archive in another folder and another database. */
class EngineBackupTests {

    private static final Set<Long> NOBODY = Set.of(-1L);
    private static final Map<String, Object> VARIABLES = Map.of("name", "Zoë's \"quoted\"\nline", "number", 7);

    @TempDir
    Path folder;

    private final Set<Long> created = ConcurrentHashMap.newKeySet();
    private final Set<Long> worked = ConcurrentHashMap.newKeySet();

    private EmbeddedEngine start(Path home, DataSource database) {
        return EmbeddedEngine.start(EngineSettings.forTests(home.resolve("engine")), database);
    }

    private static CamundaClient client(EmbeddedEngine engine) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(engine.grpcAddress())
                .restAddress(engine.restAddress())
                .preferRestOverGrpc(false)
                .build();
    }

    private BackupPlan plan(DataSource database) throws IOException {
        var files = Files.createDirectories(folder.resolve("files/ab"));
        Files.writeString(files.resolve("abc"), "sealed");
        return new BackupPlan(
                folder.resolve("one.zip"), Map.of("searches", database), Map.of("files", folder.resolve("files")));
    }

    private Path restored(Path archive, DataSource database) throws Exception {
        var home = folder.resolve("elsewhere");
        try (var verified = ArchiveReader.open(archive)) {
            var restore = Restore.begin(verified, home, List.of("db"));
            restore.files();
            restore.database("searches", database, List.of(Migrations.ofTheEngine()));
            restore.finish();
        }
        return home;
    }

    @ParameterizedTest
    @CsvSource({"H2, PostgreSQL", "PostgreSQL, H2"})
    void whatWasAcknowledgedBeforeIsThereAndCanBeWorkedToItsEnd(String from, String to) throws Exception {
        var source = TestEngine.database(from);
        var goOn = new AtomicBoolean(true);
        BackupTaken taken;
        Set<Long> before;
        Set<Long> workedBefore;
        try (var engine = start(folder, source);
                var client = client(engine);
                var callers = Executors.newCachedThreadPool()) {
            deploy(client);
            work(client, worked);
            for (int i = 0; i < 4; i++) callers.submit(() -> create(client, goOn));
            await().until(() -> created.size() > 150 && worked.size() > 30);

            before = Set.copyOf(created);
            workedBefore = Set.copyOf(worked);
            taken = engine.backup(plan(source));
            int then = created.size();
            await("it goes on").until(() -> created.size() > then + 20);
            goOn.set(false);
        }

        assertThat(taken.held()).isLessThan(Duration.ofSeconds(2));
        var target = TestEngine.database(to);
        var home = restored(taken.file(), target);
        assertThat(home.resolve("files/ab/abc")).hasContent("sealed");
        assertThat(home.resolve(Restore.UNFINISHED)).doesNotExist();
        assertThatItGoesOn(home, target, before, workedBefore);
    }

    private static void deploy(CamundaClient client) {
        var model = Bpmn.createExecutableProcess("copied")
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType("work"))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(model, "copied.bpmn")
                .send()
                .join();
    }

    private static void work(CamundaClient client, Set<Long> done) {
        client.newWorker()
                .jobType("work")
                .handler((jobs, job) -> {
                    jobs.newCompleteCommand(job).send().join();
                    done.add(job.getProcessInstanceKey());
                })
                .open();
    }

    private void create(CamundaClient client, AtomicBoolean goOn) {
        while (goOn.get())
            created.add(client.newCreateInstanceCommand()
                    .bpmnProcessId("copied")
                    .latestVersion()
                    .variables(VARIABLES)
                    .send()
                    .join()
                    .getProcessInstanceKey());
    }

    private void assertThatItGoesOn(Path home, DataSource database, Set<Long> before, Set<Long> workedBefore) {
        Set<Long> again = ConcurrentHashMap.newKeySet();
        var tables = JdbcClient.create(database);
        try (var engine = start(home, database);
                var client = client(engine)) {
            work(client, again);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(keys(tables, "COMPLETED")).containsAll(before));
            await().until(() -> keys(tables, "ACTIVE"), List::isEmpty);
        }
        assertThat(again).doesNotContainAnyElementsOf(workedBefore);
        assertThat(tables.sql("select distinct variable_value from engine_variable where name = 'name'")
                        .query(String.class)
                        .single())
                .isEqualTo("\"Zoë's \\\"quoted\\\"\\nline\"");
    }

    private static List<Long> keys(JdbcClient tables, String state) {
        return tables.sql("select process_instance_key from engine_process_instance where state = ?")
                .param(state)
                .query(Long.class)
                .list();
    }

    @Test
    void anEngineThatDoesNotRunIsCopiedToo() throws Exception {
        var source = TestEngine.memory();
        long waiting;
        try (var engine = start(folder, source);
                var client = client(engine)) {
            deploy(client);
            waiting = client.newCreateInstanceCommand()
                    .bpmnProcessId("copied")
                    .latestVersion()
                    .variables(VARIABLES)
                    .send()
                    .join()
                    .getProcessInstanceKey();
            assertThatThrownBy(() -> Backup.offline(folder.resolve("engine"), plan(source)))
                    .hasMessageContaining("in use by another process");
        }
        var target = TestEngine.memory();
        Files.createDirectories(folder.resolve("engine/copy/log")); // of a backup that a crash ended

        var taken = Backup.offline(folder.resolve("engine"), plan(source));

        assertThat(folder.resolve("engine/copy")).doesNotExist();
        assertThatItGoesOn(restored(taken.file(), target), target, Set.of(waiting), NOBODY);
    }

    @Test
    void aPlaceThatIsTakenIsRefusedAndOneThatIsHalfMadeIsMadeAnew() throws Exception {
        var source = TestEngine.memory();
        try (var engine = start(folder, source)) {
            engine.backup(plan(source));
        }
        var archive = folder.resolve("one.zip");
        assertThatThrownBy(() -> Restore.begin(ArchiveReader.open(archive), folder, List.of()))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("already holds 'engine'");
        assertThatThrownBy(() -> restored(archive, source)).hasMessageContaining("is not empty");
        assertThat(folder.resolve("elsewhere/engine")).as("nothing half-done").doesNotExist();

        restored(archive, TestEngine.memory());

        assertThat(folder.resolve("elsewhere/engine/version")).exists();
        assertThat(folder.resolve("elsewhere").resolve(Restore.UNFINISHED)).doesNotExist();
    }
}
