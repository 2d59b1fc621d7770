package org.konsil.engine.gateway.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.core.DurableEngine;
import org.konsil.engine.gateway.Credentials;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.engine.gateway.LongPolling;
import org.konsil.engine.gateway.Role;

/** Who comes in, and how many at once. */
class GrpcDoorTests {

    @TempDir
    Path folder;

    private static GrpcGateway open(DurableEngine engine, Credentials credentials) throws IOException {
        return GrpcGateway.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                engine,
                new LongPolling(engine.commands(), engine.jobs()),
                credentials);
    }

    private static CamundaClient client(GrpcGateway gateway, String name, String password) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + gateway.port()))
                .preferRestOverGrpc(false)
                .credentialsProvider(new BasicAuthCredentialsProviderBuilder()
                        .applyEnvironmentOverrides(false)
                        .username(name)
                        .password(password)
                        .build())
                .build();
    }

    private static void deploy(CamundaClient client) {
        client.newDeployResourceCommand()
                .addResourceFromClasspath("engine/everything.bpmn")
                .send()
                .join();
    }

    private static void create(CamundaClient client) {
        client.newCreateInstanceCommand()
                .bpmnProcessId("one-job")
                .latestVersion()
                .send()
                .join();
    }

    @Test
    void aProcessOwnerDeploysButDoesNotRunProcesses() throws IOException {
        var credentials = EngineCredentials.of(List.of(
                new EngineCredentials.Secret("owner", EngineCredentials.hash("s2"), Set.of(Role.PROCESS_OWNER))));
        try (var engine = DurableEngine.open(CoreSettings.forTests(folder));
                var gateway = open(engine, credentials);
                var owner = client(gateway, "owner", "s2");
                var stranger = client(gateway, "owner", "guessed")) {
            deploy(owner);
            assertThatThrownBy(() -> create(owner)).hasMessageContaining("process owners deploy and read models only");
            assertThatThrownBy(() -> deploy(stranger)).hasMessageContaining("knows nobody");
        }
    }

    @Test
    void tooMuchAtOnceIsResourceExhausted() throws IOException {
        var narrow = new CoreSettings(folder, false, 1 << 20, 2, Duration.ofHours(1), Duration.ofMillis(20));
        try (var engine = DurableEngine.open(narrow);
                var gateway = open(engine, EngineCredentials.open());
                var client = client(gateway, "any", "body")) {
            deploy(client);
            var sent = new ArrayList<CompletionStage<?>>();
            for (int i = 0; i < 200; i++)
                sent.add(client.newCreateInstanceCommand()
                        .bpmnProcessId("one-job")
                        .latestVersion()
                        .send());
            var codes = new ArrayList<Status.Code>();
            for (var one : sent)
                one.handle((done, error) -> codes.add(
                                error == null
                                        ? Status.Code.OK
                                        : Status.fromThrowable(error).getCode()))
                        .toCompletableFuture()
                        .join();
            assertThat(codes).containsOnly(Status.Code.OK, Status.Code.RESOURCE_EXHAUSTED);
            create(client);
        }
    }

    @Test
    void aBrokenConnectionGivesItsWaitingPlaceAndJobsBack() throws Exception {
        try (var engine = DurableEngine.open(CoreSettings.forTests(folder));
                var gateway = open(engine, EngineCredentials.open());
                var client = client(gateway, "any", "body")) {
            deploy(client);
            try (var gone = client(gateway, "any", "body")) {
                var poll = gone.newActivateJobsCommand()
                        .jobType("work")
                        .maxJobsToActivate(10)
                        .timeout(Duration.ofHours(1))
                        .requestTimeout(Duration.ofMinutes(1))
                        .send();
                assertThat(poll.toCompletableFuture().isDone()).isFalse();
            }
            client.newCreateInstanceCommand()
                    .bpmnProcessId("one-job")
                    .latestVersion()
                    .variables(Map.of())
                    .send()
                    .join();
            var jobs = client.newActivateJobsCommand()
                    .jobType("work")
                    .maxJobsToActivate(10)
                    .timeout(Duration.ofHours(1))
                    .requestTimeout(Duration.ofSeconds(20))
                    .send()
                    .get(20, TimeUnit.SECONDS)
                    .getJobs();
            assertThat(jobs).hasSize(1);
        }
    }
}
