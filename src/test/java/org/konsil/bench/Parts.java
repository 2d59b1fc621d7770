package org.konsil.bench;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.core.DurableEngine;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.engine.gateway.LongPolling;
import org.konsil.engine.gateway.grpc.GrpcGateway;
import org.konsil.engine.gateway.rest.RestGateway;
import org.konsil.engine.gateway.rest.RestSettings;
import org.konsil.engine.store.OwnDatabase;
import org.konsil.engine.store.Retention;
import org.konsil.engine.store.Store;
import org.springframework.jdbc.core.JdbcTemplate;

/** A durable engine with its gRPC door, and with or without its tables and the REST door that needs them. */
final class Parts implements AutoCloseable {

    private static final String HERE = "127.0.0.1";

    final DurableEngine core;
    private final Path folder;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final GrpcGateway grpc;
    private final @Nullable RestGateway rest;
    private final @Nullable OwnDatabase database;

    Parts(Path folder, Duration snapshotEvery, boolean withStore) throws IOException {
        this.folder = folder;
        var usual = CoreSettings.in(folder);
        core = running(DurableEngine.open(
                new CoreSettings(folder, true, usual.segmentBytes(), usual.inFlight(), snapshotEvery, usual.tick())));
        var jobs = new LongPolling(core.commands(), core.jobs());
        grpc = running(GrpcGateway.start(new InetSocketAddress(HERE, 0), core, jobs, EngineCredentials.open()));
        if (withStore) {
            database = running(OwnDatabase.in(folder));
            var store = running(Store.open(database.connections()));
            core.exported(store::securedPosition);
            store.follow(core.records());
            var at = new RestSettings(HERE, 0, true, grpc::port);
            rest = running(RestGateway.start(at, core, store, jobs, EngineCredentials.open(), () -> {}));
        } else {
            core.exported(core::lastCommittedPosition);
            rest = null;
            database = null;
        }
    }

    CamundaClient client() {
        return CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://" + HERE + ":" + grpc.port()))
                .restAddress(URI.create("http://" + HERE + ":" + (rest == null ? 0 : rest.port())))
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(2)
                .build();
    }

    /** What the engine does with instances that ended longer ago than its retention says, here at once; returns when none is left. */
    void forgetEnded() {
        var tables =
                Objects.requireNonNull(database, "This engine has no tables").connections();
        var sql = new JdbcTemplate(tables);
        try (var retention = Retention.start(tables, Duration.ZERO, Instant::now)) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(10))
                    .until(() -> Integer.valueOf(0)
                            .equals(sql.queryForObject(
                                    "select count(*) from engine_process_instance where end_date is not null",
                                    Integer.class)));
        }
    }

    long logBytes() {
        return Machine.bytes(folder.resolve("log"));
    }

    long snapshotBytes() {
        return Machine.bytes(folder.resolve("snapshots"));
    }

    long storeBytes() {
        return Machine.bytes(folder.resolve(OwnDatabase.NAME + ".mv.db"));
    }

    private <T extends AutoCloseable> T running(T part) {
        running.push(part);
        return part;
    }

    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) running.pop().close();
    }
}
