package org.konsil.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.core.DurableEngine;
import org.konsil.engine.gateway.Credentials;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.engine.gateway.LongPolling;
import org.konsil.engine.gateway.grpc.GrpcGateway;
import org.konsil.engine.gateway.rest.RestGateway;
import org.konsil.engine.gateway.rest.RestSettings;
import org.konsil.engine.store.Store;
import org.springframework.util.FileSystemUtils;

/** A whole engine in the test's own JVM: open, on free ports, in a temporary folder, with an H2 in memory. One for all test classes. */
public final class TestEngine implements AutoCloseable {

    private static TestEngine shared;

    private final Path folder;
    private final DurableEngine core;
    private final Store store;
    private final GrpcGateway grpc;
    private final RestGateway rest;

    private TestEngine(DataSource database) {
        try {
            folder = Files.createTempDirectory("engine-test");
            core = DurableEngine.open(CoreSettings.forTests(folder), (sentence, cause) -> {});
            store = Store.open(database);
            store.follow(core.records());
            core.exported(store::position);
            var jobs = new LongPolling(core, core.jobs());
            var anybody = EngineCredentials.open();
            var loopback = InetAddress.getLoopbackAddress();
            grpc = GrpcGateway.start(new InetSocketAddress(loopback, 0), core, jobs, anybody);
            var settings = new RestSettings("127.0.0.1", 0, true, grpc::port);
            rest = RestGateway.start(settings, core, store.searches(), jobs, anybody, this::purge);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return URI.create("http://127.0.0.1:" + rest.port());
    }

    public URI grpcAddress() {
        return URI.create("http://127.0.0.1:" + grpc.port());
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

    /** A second REST gateway in front of the same engine, which asks for credentials and has no test controls. */
    public RestGateway anotherDoor(Credentials credentials) {
        var settings = new RestSettings("127.0.0.1", 0, false, grpc::port);
        return RestGateway.start(
                settings, core, store.searches(), new LongPolling(core, core.jobs()), credentials, this::purge);
    }

    /** Forgets everything. */
    public void purge() {
        store.stop();
        core.purge();
        store.clear();
        store.follow(core.records());
    }

    @Override
    public void close() {
        rest.close();
        grpc.close();
        store.close();
        core.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
