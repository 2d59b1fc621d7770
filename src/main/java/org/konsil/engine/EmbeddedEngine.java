package org.konsil.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.backup.Backup;
import org.konsil.engine.backup.BackupPlan;
import org.konsil.engine.backup.BackupTaken;
import org.konsil.engine.clock.EngineClock;
import org.konsil.engine.core.DurableEngine;
import org.konsil.engine.core.Figures;
import org.konsil.engine.core.Health;
import org.konsil.engine.gateway.Credentials;
import org.konsil.engine.gateway.LongPolling;
import org.konsil.engine.gateway.grpc.GrpcGateway;
import org.konsil.engine.gateway.rest.RestGateway;
import org.konsil.engine.gateway.rest.RestSettings;
import org.konsil.engine.state.NoMeters;
import org.konsil.engine.store.OwnDatabase;
import org.konsil.engine.store.Retention;
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
    private final DiskUse disk;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final DurableEngine core;
    private final @Nullable DataSource beside;
    private final Store store;
    private final LongPolling jobs;
    private final GrpcGateway grpc;
    private final Optional<Alone> alone;
    private final RestGateway rest;

    private EmbeddedEngine(
            EngineSettings settings,
            @Nullable DataSource database,
            Credentials credentials,
            MeterRegistry meters,
            @Nullable Path backups) {
        this.settings = settings;
        settings.check();
        disk = new DiskUse(settings.home());
        try {
            core = running(DurableEngine.open(settings.core(), meters));
            core.clock().offsetBy(settings.clockOffset());
            beside = database != null
                    ? null
                    : running(OwnDatabase.in(settings.home())).connections();
            var tables = database != null ? database : Objects.requireNonNull(beside);
            store = running(Store.open(tables));
            running(Retention.start(tables, settings.retention(), core.clock()::now));
            running(this::letTheSearchesCatchUp);
            core.exported(store::securedPosition);
            core.followed(store::position);
            store.follow(core.records());
            jobs = new LongPolling(core.commands(), core.jobs());
            grpc = running(grpc(jobs, credentials));
            alone = Optional.ofNullable(backups).map(folder -> new Alone(this, meters, folder, new AtomicBoolean()));
            rest = running(rest(jobs, credentials));
        } catch (RuntimeException e) {
            closeAll();
            throw e;
        }
        LOG.atInfo()
                .addKeyValue("position", core.figures().committed())
                .addKeyValue("segments", core.figures().segments())
                .log("The engine is up: gRPC {}, REST {}", grpcAddress(), restAddress());
    }

    /** Starts everything, with the tables of the searches in a file beside the log. */
    public static EmbeddedEngine start(EngineSettings settings) {
        return start(settings, null);
    }

    /** Starts everything and returns when both ports listen; refuses in a sentence that says what to do. */
    public static EmbeddedEngine start(EngineSettings settings, @Nullable DataSource database) {
        return start(settings, database, NoMeters.registry());
    }

    /** The same with meters that tell what it does, under Zeebe's names. */
    public static EmbeddedEngine start(EngineSettings settings, @Nullable DataSource database, MeterRegistry meters) {
        return new EmbeddedEngine(settings, database, settings.credentials(), meters, null);
    }

    /** An engine without an application around it: answers its operator itself. @param backups the folder for them */
    static EmbeddedEngine startAlone(EngineSettings settings, MeterRegistry meters, Path backups) {
        return new EmbeddedEngine(settings, null, settings.credentials(), meters, backups);
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
            return RestGateway.start(at, core, store, jobs, credentials, this::purge, alone);
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

    /** Whether the engine itself works, as Zeebe's meters say it: 1, or 0. */
    int healthy() {
        return core.health().up() ? 1 : 0;
    }

    long storePosition() {
        return store.position();
    }

    DiskUse disk() {
        return disk;
    }

    long storeLag() {
        return Math.max(0, core.figures().committed() - store.position());
    }

    /** Copies engine, databases and folders as of one moment into an archive, while everything goes on. Not twice at once in one folder. */
    public BackupTaken backup(BackupPlan plan) throws IOException {
        var whole = beside == null ? plan : plan.with(OwnDatabase.NAME, beside);
        return Backup.online(settings.home(), whole, core::during, core::lastCommittedPosition);
    }

    /** From now on whoever asks for jobs is told at once that there are none. */
    void endPolls() {
        jobs.end();
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
        if (running.isEmpty()) return;
        long begun = System.nanoTime();
        drain();
        boolean clean = closeAll();
        LOG.atInfo()
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                .addKeyValue("clean", clean)
                .log(clean ? "The engine has stopped in order" : "The engine has stopped; the next start recovers");
    }

    private boolean closeAll() {
        boolean clean = true;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                clean = false;
                LOG.warn("A part of the engine did not stop cleanly; the next start recovers", e);
            }
        }
        return clean;
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
