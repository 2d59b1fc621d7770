package org.konsil.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.clock.EngineClock;
import org.konsil.engine.core.DurableEngine;
import org.konsil.engine.core.Figures;
import org.konsil.engine.core.Health;
import org.konsil.engine.gateway.Credentials;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.engine.gateway.LongPolling;
import org.konsil.engine.gateway.grpc.GrpcGateway;
import org.konsil.engine.gateway.rest.RestGateway;
import org.konsil.engine.gateway.rest.RestSettings;
import org.konsil.engine.store.OwnDatabase;
import org.konsil.engine.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

/** A whole Camunda 8 in this process: durable engine, tables for searches, gRPC and REST ports. */
public final class EmbeddedEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);

    /** For answers under way, and for the searches, when the engine stops. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final EngineSettings settings;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final DurableEngine core;
    private final Store store;
    private final LongPolling jobs;
    private final GrpcGateway grpc;
    private final RestGateway rest;

    private EmbeddedEngine(EngineSettings settings, @Nullable DataSource database, Credentials credentials) {
        this.settings = settings;
        settings.check();
        try {
            core = running(DurableEngine.open(settings.core()));
            core.clock().offsetBy(settings.clockOffset());
            store = running(Store.open(database == null ? own(settings) : database));
            running(this::letTheSearchesCatchUp);
            core.exported(store::securedPosition);
            core.followed(store::position);
            store.follow(core.records());
            jobs = new LongPolling(core.commands(), core.jobs());
            grpc = running(grpc(jobs, credentials));
            rest = running(rest(jobs, credentials));
        } catch (RuntimeException e) {
            closeAll();
            throw e;
        }
        LOG.info("The engine is up: gRPC {}, REST {}", grpcAddress(), restAddress());
    }

    /** Starts everything, with the tables of the searches in a file beside the log. */
    public static EmbeddedEngine start(EngineSettings settings) {
        return start(settings, null);
    }

    /** Starts everything and returns when both ports listen; refuses in a sentence that says what to do. */
    public static EmbeddedEngine start(EngineSettings settings, @Nullable DataSource database) {
        return new EmbeddedEngine(
                settings,
                database,
                settings.open() ? EngineCredentials.open() : EngineCredentials.of(settings.clients()));
    }

    private DataSource own(EngineSettings settings) {
        return running(OwnDatabase.in(settings.core().folder())).connections();
    }

    private GrpcGateway grpc(LongPolling jobs, Credentials credentials) {
        try {
            var address = new InetSocketAddress(settings.address(), settings.grpcPort());
            return GrpcGateway.start(address, core, jobs, credentials);
        } catch (IOException e) {
            throw StartRefused.port("gRPC", settings.address(), settings.grpcPort(), "grpc-port", e);
        }
    }

    private RestGateway rest(LongPolling jobs, Credentials credentials) {
        try {
            var at = new RestSettings(settings.address(), settings.restPort(), settings.open(), grpc::port);
            return RestGateway.start(at, core, store, jobs, credentials, this::purge);
        } catch (PortInUseException e) {
            throw StartRefused.port("REST", settings.address(), settings.restPort(), "rest-port", e);
        }
    }

    public URI grpcAddress() {
        return URI.create("http://%s:%d".formatted(settings.address(), grpc.port()));
    }

    public URI restAddress() {
        return URI.create("http://%s:%d".formatted(settings.address(), rest.port()));
    }

    boolean onLoopback() {
        return settings.onLoopback();
    }

    public EngineClock clock() {
        return core.clock();
    }

    /** The first part that does not work, if any. */
    public Health health() {
        var health = core.health();
        return health.up() ? store.health() : health;
    }

    Figures figures() {
        return core.figures();
    }

    long storeLag() {
        return Math.max(0, core.lastCommittedPosition() - store.position());
    }

    /** Forgets everything and goes on empty, on the same ports; the clock goes back to the system's time. */
    public synchronized void purge() {
        store.stop();
        core.purge();
        store.clear();
        store.follow(core.records());
    }

    private <T extends AutoCloseable> T running(T part) {
        running.push(part);
        return part;
    }

    /**
     * Stops in order: takes no more commands, answers those under way, closes the ports, lets the searches catch up, saves the state. What was
     * acknowledged is safe even when this is never called.
     */
    @Override
    public void close() {
        if (!running.isEmpty()) drain();
        closeAll();
    }

    private void closeAll() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                LOG.warn("A part of the engine did not stop cleanly; the next start recovers", e);
            }
        }
    }

    private void drain() {
        var answered = core.drain();
        jobs.end();
        grpc.drain();
        answered.completeOnTimeout(null, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void letTheSearchesCatchUp() {
        core.settle(LONGEST_WAIT);
        store.catchUp(core.lastCommittedPosition(), LONGEST_WAIT);
    }
}
