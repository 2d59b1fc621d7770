package org.konsil.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.util.FileSystemUtils;

/** A whole engine in the test's own JVM: open, on free ports, in a temporary folder, with an H2 in memory. One for all test classes. */
public final class TestEngine implements AutoCloseable {

    private static TestEngine shared;

    private final Path folder;
    private final EmbeddedEngine engine;

    private TestEngine(DataSource database) {
        try {
            folder = Files.createTempDirectory("engine-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine = EmbeddedEngine.start(EngineSettings.forTests(folder), database);
    }

    /** The engine that all test classes of this JVM share; each test of Camunda Process Test leaves it empty. */
    public static synchronized TestEngine shared() {
        if (shared == null) {
            shared = new TestEngine(memory());
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** An engine of one's own, with its searches in this database. */
    public static TestEngine on(DataSource database) {
        return new TestEngine(database);
    }

    /** An empty database in memory. */
    public static DataSource memory() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    /** Camunda Process Test in remote mode against the shared engine: {@code @RegisterExtension static final ... = TestEngine.processTest()}. */
    public static CamundaProcessTestExtension processTest() {
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
