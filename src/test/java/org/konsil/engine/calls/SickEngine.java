package org.konsil.engine.calls;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.konsil.engine.TestEngine;
import org.konsil.engine.clock.EngineClock;
import org.konsil.engine.core.Answer;
import org.konsil.engine.core.Commands;
import org.konsil.engine.core.Engine;
import org.konsil.engine.core.Health;
import org.konsil.engine.core.JobArrivals;
import org.konsil.engine.core.JobPushes;
import org.konsil.engine.core.Records;
import org.konsil.engine.gateway.Credentials;
import org.konsil.engine.gateway.EngineCredentials;
import org.konsil.engine.gateway.LongPolling;
import org.konsil.engine.gateway.grpc.GrpcGateway;
import org.konsil.engine.gateway.rest.RestGateway;
import org.konsil.engine.gateway.rest.RestSettings;
import org.konsil.engine.store.Store;

/** Both doors in front of an engine that answers every command with the same failure, or never. */
final class SickEngine implements Engine {

    /** Empty, the same for all; nobody follows a log for it. */
    private static final Store NOTHING = Store.open(TestEngine.memory());

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final List<CamundaClient> clients = new ArrayList<>();
    private final RestGateway rest;
    private final GrpcGateway grpc;

    private SickEngine(Credentials credentials) {
        try {
            var jobs = new LongPolling(commands(), jobs());
            grpc = GrpcGateway.start(new InetSocketAddress("127.0.0.1", 0), this, jobs, credentials);
            var settings = new RestSettings("127.0.0.1", 0, true, grpc::port);
            rest = RestGateway.start(settings, this, NOTHING, jobs, credentials, () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It knows nobody. */
    static SickEngine guarded() {
        return new SickEngine(EngineCredentials.of(List.of()));
    }

    /** It lets everybody in and never answers. */
    static SickEngine silent() {
        return new SickEngine(EngineCredentials.open());
    }

    static SickEngine failing(Throwable failure) {
        var engine = silent();
        engine.answer.completeExceptionally(failure);
        return engine;
    }

    /** A client that is closed with the engine. */
    CamundaClient client(boolean overGrpc) {
        var client = CamundaClient.newClientBuilder()
                .restAddress(URI.create("http://127.0.0.1:" + rest.port()))
                .grpcAddress(URI.create("http://127.0.0.1:" + grpc.port()))
                .preferRestOverGrpc(!overGrpc)
                .build();
        clients.add(client);
        return client;
    }

    @Override
    public Commands commands() {
        return command -> answer.copy();
    }

    @Override
    public JobArrivals jobs() {
        return (type, wake) -> () -> {};
    }

    @Override
    public JobPushes pushes() {
        return (type, properties, worker) -> () -> {};
    }

    @Override
    public Health health() {
        return Health.down("it does not feel well");
    }

    @Override
    public Records records() {
        throw new UnsupportedOperationException();
    }

    @Override
    public EngineClock clock() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long lastCommittedPosition() {
        return -1;
    }

    @Override
    public void exported(LongSupplier position) {}

    @Override
    public void followed(LongSupplier position) {}

    @Override
    public void purge() {}

    @Override
    public void close() {
        clients.forEach(CamundaClient::close);
        rest.close();
        grpc.close();
    }
}
