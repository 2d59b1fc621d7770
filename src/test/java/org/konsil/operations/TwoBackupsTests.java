package org.konsil.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.ProgramTest;
import org.konsil.engine.EmbeddedEngine;
import org.konsil.engine.backup.BackupPlan;
import org.konsil.home.Home;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two administrators want a backup at the same time. */
@ProgramTest
class TwoBackupsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    Home home;

    @TempDir
    Path elsewhere;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theSecondIsRefusedAndToldWhyAndWhatToDoUntilTheFirstIsDone(@Autowired EmbeddedEngine engine) throws Exception {
        CompletableFuture<HttpResponse<String>> first;
        HttpResponse<String> second;
        try (var standstill = new Standstill();
                var operator = Executors.newSingleThreadExecutor()) {
            var holding = operator.submit(() ->
                    engine.backup(new BackupPlan(elsewhere.resolve("held.zip"), Map.of("held", standstill), Map.of())));
            standstill.awaitReached();
            first = ask();
            await("the first has begun").until(this::unfinished, files -> files.size() == 1);

            second = ask().get(30, TimeUnit.SECONDS);

            assertThat(first).as("the first is still under way").isNotDone();
            standstill.close();
            assertThat(holding)
                    .failsWithin(30, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("held up");
        }
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
        var said = body(second);
        assertThat(said.path("type").asText()).isEqualTo("urn:konsil:problem:backup-under-way");
        assertThat(said.path("title").asText()).isEqualTo("No backup was begun.");
        assertThat(said.path("detail").asText()).contains("being taken already");
        assertThat(said.path("do").asText()).contains("Wait until it is done");

        var taken = first.get(30, TimeUnit.SECONDS);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        var next = ask().get(30, TimeUnit.SECONDS);
        assertThat(next.statusCode()).as(next.body()).isEqualTo(201);
        assertThat(archives(".zip")).contains(name(taken), name(next));
        assertThat(unfinished()).isEmpty();
    }

    private CompletableFuture<HttpResponse<String>> ask() {
        var secret = Base64.getEncoder().encodeToString("admin:konsil-demo".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/backups"))
                .header("Authorization", "Basic " + secret)
                .header("Accept", "application/json")
                .POST(BodyPublishers.noBody());
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode body(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static String name(HttpResponse<String> answer) throws IOException {
        return body(answer).path("name").asText();
    }

    private List<String> unfinished() throws IOException {
        return archives(".part");
    }

    private List<String> archives(String ending) throws IOException {
        var folder = home.folder().resolve("backups");
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .toList();
        }
    }
}
