package org.konsil.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.operations.CommandLine;
import org.springframework.context.ConfigurableApplicationContext;

/** An engine alone, as its operator sees it. */
class AloneTests {

    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("application:shared".getBytes());

    @TempDir
    Path folder;

    private static String[] arguments(Path home, String... first) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(List.of(
                "--spring.profiles.active=engine",
                "--konsil.home=" + home,
                "--camunda.client.auth.username=application",
                "--camunda.client.auth.password=shared",
                "--konsil.engine-settings.grpc-port=0",
                "--konsil.engine-settings.rest-port=0"));
        return all.toArray(String[]::new);
    }

    private static HttpResponse<String> call(EmbeddedEngine engine, String method, String path, boolean known)
            throws Exception {
        var request = HttpRequest.newBuilder(engine.restAddress().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (known) request.header("Authorization", CREDENTIALS);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static CamundaClient client(EmbeddedEngine engine) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(engine.grpcAddress())
                .restAddress(engine.restAddress())
                .credentialsProvider(new BasicAuthCredentialsProviderBuilder()
                        .applyEnvironmentOverrides(false)
                        .username("application")
                        .password("shared")
                        .build())
                .build();
    }

    @Test
    void itTellsItsHealthAndMetersAndTakesABackupThatCanBeRestored() throws Exception {
        var home = folder.resolve("home");
        String archive;
        try (var context = EngineOnly.run(arguments(home))) {
            var engine = context.getBean(EmbeddedEngine.class);
            work(engine);

            assertThat(call(engine, "GET", "/actuator/health", false))
                    .returns(200, HttpResponse::statusCode)
                    .returns("{\"status\":\"UP\"}", HttpResponse::body);
            assertThat(call(engine, "GET", "/actuator/health/engine", false).statusCode())
                    .isEqualTo(401);
            assertThat(call(engine, "GET", "/actuator/health/engine", true).body())
                    .contains("searchesLag", "commandsUnderWay", "snapshots");
            assertThat(call(engine, "GET", "/actuator/prometheus", false).statusCode())
                    .isEqualTo(401);
            assertThatItsMetersAreZeebes(
                    call(engine, "GET", "/actuator/prometheus", true).body());

            assertThat(call(engine, "POST", "/actuator/backups", false).statusCode())
                    .isEqualTo(401);
            var taken = call(engine, "POST", "/actuator/backups", true);
            assertThat(taken.statusCode()).isEqualTo(201);
            archive = taken.body().replaceAll(".*\"name\":\"([^\"]+)\".*", "$1");
        }
        var elsewhere = folder.resolve("elsewhere");
        var from = "--from=" + home.resolve("backups").resolve(archive);
        assertThat(CommandLine.run("restore", from, "--konsil.home=" + elsewhere))
                .as("not as a whole program's")
                .isEqualTo(65);

        assertThat(CommandLine.run(arguments(elsewhere, "restore", from))).isZero();

        try (var context = EngineOnly.run(arguments(elsewhere))) {
            assertThatItKnowsWhatItDid(context);
        }
    }

    /** One deployment of more files than a web server takes by default, and an instance. */
    private static void work(EmbeddedEngine engine) {
        try (var client = client(engine)) {
            var many = client.newDeployResourceCommand().addResourceStringUtf8(form(0), "form-0.form");
            for (int i = 1; i < 80; i++) many.addResourceStringUtf8(form(i), "form-" + i + ".form");
            assertThat(many.send().join().getForm()).hasSize(80);
            client.newDeployResourceCommand()
                    .addProcessModel(
                            Bpmn.createExecutableProcess("alone")
                                    .startEvent()
                                    .endEvent()
                                    .done(),
                            "alone.bpmn")
                    .send()
                    .join();
            client.newCreateInstanceCommand()
                    .bpmnProcessId("alone")
                    .latestVersion()
                    .withResult()
                    .send()
                    .join();
        }
    }

    private static String form(int number) {
        return "{\"id\": \"form-%d\", \"components\": []}".formatted(number);
    }

    private static void assertThatItsMetersAreZeebes(String meters) {
        assertThat(meters)
                .contains("zeebe_health{partition=\"1\"} 1.0")
                .containsPattern("zeebe_stream_processor_records_total\\{[^}]*partition=\"1\"[^}]*} [1-9]")
                .containsPattern("zeebe_element_instance_events_total\\{[^}]*} [1-9]")
                .containsPattern("zeebe_executed_instances_total\\{[^}]*} [1-9]")
                .contains("zeebe_process_instance_creations_total")
                .contains("zeebe_backpressure_requests_limit{")
                .contains("zeebe_backpressure_inflight_requests_count{")
                .contains("zeebe_stream_processor_last_processed_position{")
                .contains("zeebe_log_appender_last_committed_position{")
                .contains("zeebe_snapshot_count{")
                .contains("zeebe_exporter_last_exported_position{")
                .contains("konsil_engine_disk_bytes{part=\"log\"}")
                .contains("jvm_memory_used_bytes");
    }

    private static void assertThatItKnowsWhatItDid(ConfigurableApplicationContext context) {
        try (var client = client(context.getBean(EmbeddedEngine.class))) {
            assertThat(client.newProcessInstanceSearchRequest()
                            .filter(it -> it.processDefinitionId("alone"))
                            .send()
                            .join()
                            .items())
                    .hasSize(1);
            client.newCreateInstanceCommand()
                    .bpmnProcessId("alone")
                    .latestVersion()
                    .send()
                    .join();
        }
    }
}
