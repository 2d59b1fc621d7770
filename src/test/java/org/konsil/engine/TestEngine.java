package org.konsil.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.clock.EngineClock;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.process.Postgres;
import org.springframework.util.FileSystemUtils;

/** A whole engine in the test's own JVM: open, on free ports, in a temporary folder, with an H2 in memory. One for all test classes. */
public final class TestEngine implements AutoCloseable {

    /** Assertions wait so long for what the engine does on its own: longer than a busy machine needs. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** They look at once, and then so often. */
    private static final Duration GLANCE = Duration.ofMillis(10);

    private static @Nullable TestEngine shared;

    private final Path folder;
    private final EmbeddedEngine engine;

    private TestEngine(Function<Path, EngineSettings> settings, DataSource database) {
        try {
            folder = Files.createTempDirectory("engine-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine = EmbeddedEngine.start(settings.apply(folder), database);
    }

    /** The engine that all test classes of this JVM share; each test of Camunda Process Test leaves it empty. */
    public static synchronized TestEngine shared() {
        var running = shared;
        if (running == null) {
            running = new TestEngine(EngineSettings::forTests, memory());
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            shared = running;
        }
        return running;
    }

    /** An engine of one's own, with its searches in this database. */
    public static TestEngine on(DataSource database) {
        return new TestEngine(EngineSettings::forTests, database);
    }

    /** An engine that asks for credentials and knows only these clients; it has no test controls. */
    public static TestEngine guarded(EngineCredentials.Secret... clients) {
        var known = List.of(clients);
        return new TestEngine(folder -> EngineSettings.forTests(folder, false, known), memory());
    }

    /** An empty database in memory. */
    public static DataSource memory() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    /** An empty database of this product, as tests of both name it. */
    public static DataSource database(String product) {
        return product.equals("H2") ? memory() : Postgres.fresh();
    }

    /** Camunda Process Test in remote mode against the shared engine: {@code @RegisterExtension static final ... = TestEngine.processTest()}. */
    public static CamundaProcessTestExtension processTest() {
        CamundaAssert.setAssertionTimeout(PATIENCE);
        CamundaAssert.setAssertionInterval(GLANCE);
        io.camunda.shaded.awaitility.Awaitility.setDefaultPollDelay(Duration.ZERO);
        return new CamundaProcessTestExtension()
                .withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE)
                .withRemoteCamundaMonitoringApiAddress(shared().restAddress())
                .withRemoteCamundaClientBuilderFactory(() -> shared().clientBuilder());
    }

    public URI restAddress() {
        return engine.restAddress();
    }

    public URI grpcAddress() {
        return engine.grpcAddress();
    }

    public EngineClock clock() {
        return engine.clock();
    }

    /** For a client that prefers REST. */
    public CamundaClientBuilder clientBuilder() {
        return CamundaClient.newClientBuilder()
                .restAddress(restAddress())
                .grpcAddress(grpcAddress())
                .preferRestOverGrpc(true);
    }

    public CamundaClient client() {
        return clientBuilder().build();
    }

    /** Forgets everything. */
    public void purge() {
        engine.purge();
    }

    @Override
    public void close() {
        engine.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
