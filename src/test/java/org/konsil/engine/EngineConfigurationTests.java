package org.konsil.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class EngineConfigurationTests {

    @TempDir
    Path home;

    private ConfigurableApplicationContext application(String... more) {
        String[] ours = {
            "konsil.home=" + home,
            "konsil.engine-settings.grpc-port=0",
            "konsil.engine-settings.rest-port=0",
            "spring.datasource.url=jdbc:h2:mem:" + home.getFileName() + ";DB_CLOSE_DELAY=-1"
        };
        return new SpringApplicationBuilder(
                        EngineConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        JacksonAutoConfiguration.class,
                        CamundaAutoConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(Stream.of(ours), Arrays.stream(more))
                        .collect(Collectors.toMap(one -> one.split("=")[0], one -> "--" + one, (our, theirs) -> theirs))
                        .values()
                        .toArray(String[]::new));
    }

    @Test
    void theApplicationsClientFindsTheEngineOnItsRealPortsWithItsOwnSecret() {
        try (var context = application()) {
            var client = context.getBean(CamundaClient.class);
            assertThat(client.newTopologyRequest().useRest().send().join().getClusterSize())
                    .isEqualTo(1);
            assertThat(client.newTopologyRequest().useGrpc().send().join().getClusterSize())
                    .isEqualTo(1);
            assertThat(context.getBean("engineHealthIndicator", HealthIndicator.class)
                            .health()
                            .getStatus())
                    .isEqualTo(Status.UP);
            assertThat(home.resolve("engine/log")).isDirectory();
            assertThatStrangersAreRefused(context.getBean(EmbeddedEngine.class));
        }
    }

    private static void assertThatStrangersAreRefused(EmbeddedEngine engine) {
        try (var stranger = CamundaClient.newClientBuilder()
                .restAddress(engine.restAddress())
                .grpcAddress(engine.grpcAddress())
                .build()) {
            assertThatThrownBy(
                            () -> stranger.newTopologyRequest().useGrpc().send().join())
                    .hasMessageContaining("knows nobody");
            assertThatThrownBy(
                            () -> stranger.newTopologyRequest().useRest().send().join())
                    .hasMessageContaining("401");
        }
    }

    @Test
    void aRemoteEngineIsNotStarted() {
        try (var context = application("konsil.engine=remote")) {
            assertThat(context.getBeanNamesForType(EmbeddedEngine.class)).isEmpty();
        }
    }

    @Test
    void aTakenPortIsRefusedInASentence() {
        try (var first = application()) {
            URI taken = first.getBean(EmbeddedEngine.class).grpcAddress();
            assertThatThrownBy(() -> application(
                            "konsil.engine-settings.folder=" + home.resolve("other"),
                            "konsil.engine-settings.grpc-port=" + taken.getPort()))
                    .hasRootCauseInstanceOf(java.net.BindException.class)
                    .hasStackTraceContaining("konsil.engine-settings.grpc-port");
        }
    }

    @Test
    void theStandAloneEngineServesAnApplicationInAnotherProcess() {
        try (var alone = EngineOnly.run(
                        "--konsil.home=" + home,
                        "--camunda.client.auth.username=application",
                        "--camunda.client.auth.password=shared-between-both",
                        "--konsil.engine-settings.grpc-port=0",
                        "--konsil.engine-settings.rest-port=0");
                var application = application(
                        "konsil.engine=remote",
                        "camunda.client.auth.method=basic",
                        "camunda.client.auth.username=application",
                        "camunda.client.auth.password=shared-between-both",
                        "camunda.client.grpc-address="
                                + alone.getBean(EmbeddedEngine.class).grpcAddress(),
                        "camunda.client.rest-address="
                                + alone.getBean(EmbeddedEngine.class).restAddress())) {
            assertThat(EngineOnly.wanted("--spring.profiles.active=engine")).isTrue();
            assertThat(application
                            .getBean(CamundaClient.class)
                            .newTopologyRequest()
                            .send()
                            .join()
                            .getClusterSize())
                    .isEqualTo(1);
        }
    }

    @Test
    void aStandAloneEngineThatNobodyCouldEnterIsRefused() {
        assertThatThrownBy(() -> EngineOnly.run("--konsil.home=" + home))
                .hasStackTraceContaining("camunda.client.auth.password, here and for the application");
    }
}
