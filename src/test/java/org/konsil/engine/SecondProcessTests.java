package org.konsil.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.Jvm;
import org.konsil.Konsil;

/** The stand-alone engine as a program of its own. */
@Aside
class SecondProcessTests {

    private static final Pattern PORTS = Pattern.compile("gRPC (http\\S+), REST (http\\S+)");

    @TempDir
    Path home;

    @Test
    void anEngineInAnotherProcessServesClientsAndStopsCleanly() throws Exception {
        for (int life = 1; life <= 2; life++) {
            var engine = start();
            try (var said = engine.inputReader();
                    var client = client(said)) {
                if (life == 1)
                    client.newDeployResourceCommand()
                            .addResourceFromClasspath("engine/everything.bpmn")
                            .send()
                            .join();
                client.newCreateInstanceCommand()
                        .bpmnProcessId("one-job")
                        .latestVersion()
                        .send()
                        .join();
            } finally {
                engine.toHandle().destroy();
                assertThat(engine.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private Process start() throws IOException {
        var command = Jvm.running(Konsil.class, Jvm.QUICK_TO_START, "-Xmx300m");
        command.addAll(List.of(
                "--spring.profiles.active=engine",
                "--konsil.home=" + home,
                "--logging.level.org.konsil.engine=INFO",
                "--camunda.client.auth.username=application",
                "--camunda.client.auth.password=shared-between-both",
                "--konsil.engine-settings.grpc-port=0",
                "--konsil.engine-settings.rest-port=0"));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static CamundaClient client(BufferedReader said) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            var ports = PORTS.matcher(line);
            if (ports.find())
                return CamundaClient.newClientBuilder()
                        .grpcAddress(URI.create(ports.group(1)))
                        .restAddress(URI.create(ports.group(2)))
                        .credentialsProvider(new BasicAuthCredentialsProviderBuilder()
                                .applyEnvironmentOverrides(false)
                                .username("application")
                                .password("shared-between-both")
                                .build())
                        .build();
        }
        throw new AssertionError("the engine did not come up");
    }
}
