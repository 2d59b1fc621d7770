package org.konsil.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.audit.Entry;
import org.konsil.engine.TestEngine;
import org.konsil.kernel.Actor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class FilesInForceTests {

    private static final Actor OWNER = Actor.of("owner.no");

    @TempDir
    Path home;

    private final Kept history = new Kept();
    private final List<Object> told = new ArrayList<>();
    private final DataSource database = database();

    DataSource database() {
        return TestEngine.memory();
    }

    @BeforeEach
    void table() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V52__process_file.sql")).execute(database);
    }

    @Test
    void theHomeFoldersFileGoesBeforeThatOfTheProgramAndTheOthersStay() throws IOException {
        folder("ask.form", "{\"id\":\"ask\"}");

        var files = started().files();

        assertThat(files.form("ask")).contains("{\"id\":\"ask\"}");
        assertThat(files.contract("referral").variable("caseId")).isPresent();
    }

    @Test
    void whatWasDeployedStaysInForceAfterARestart() throws IOException {
        folder("ask.form", "1");
        var running = started();

        running.bring(List.of(file("ask.form", "2")), OWNER);

        assertThat(running.files().form("ask")).contains("2");
        assertThat(started().files().form("ask")).contains("2");
        assertThat(told).containsExactly(new ProcessFilesChanged());
        assertThat(history.entries())
                .extracting(Entry::object, Entry::actor)
                .containsExactly(tuple("file:ask.form", OWNER));
    }

    @Test
    void aFolderChangedAfterADeploymentIsInForceAndStaysSo() throws IOException {
        folder("ask.form", "1");
        started().bring(List.of(file("ask.form", "2")), OWNER);
        folder("ask.form", "3");

        assertThat(started().files().form("ask")).contains("3");
        folder("ask.form", "1");
        assertThat(started().files().form("ask")).contains("1");
    }

    @Test
    void theNewestOfSeveralDeploymentsIsInForce() {
        var running = started();
        running.bring(List.of(file("ask.form", "1")), OWNER);
        running.bring(List.of(file("ask.form", "2")), OWNER);

        assertThat(started().files().form("ask")).contains("2");
    }

    @Test
    void otherNodesSeeADeployment() {
        var other = started();
        started().bring(List.of(file("ask.form", "1")), OWNER);
        assertThat(other.files().form("ask")).isEmpty();

        other.look();

        assertThat(other.files().form("ask")).contains("1");
    }

    private FilesInForce started() {
        var settings = new ProcessSettings(home, Path.of("processes"), Path.of("forms"));
        var deployed = new DeployedFiles(JdbcClient.create(database), history, Clock.systemUTC());
        return new FilesInForce(settings, deployed, told::add);
    }

    private void folder(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("forms")).resolve(name), text);
    }

    private static ProcessFile file(String name, String text) {
        return new ProcessFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
