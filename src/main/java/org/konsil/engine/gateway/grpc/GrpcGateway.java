package org.konsil.engine.gateway.grpc;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.konsil.engine.core.Engine;
import org.konsil.engine.gateway.Credentials;
import org.konsil.engine.gateway.JobActivation;

/** The engine's gRPC port; as Camunda's, it takes job workers, the Java client and Camunda Desktop Modeler. */
public final class GrpcGateway implements AutoCloseable {

    private static final int MOST_CALLS_BYTES = 4 << 20;

    private final Server server;
    private final OpenStreams streams;

    private GrpcGateway(Server server, OpenStreams streams) {
        this.server = server;
        this.streams = streams;
    }

    /** Listens on the address; port 0 takes a free one. Fails with an IOException when the port is taken. */
    public static GrpcGateway start(
            InetSocketAddress address, Engine engine, JobActivation activation, Credentials credentials)
            throws IOException {
        var streams = new OpenStreams();
        var server = NettyServerBuilder.forAddress(address)
                .maxInboundMessageSize(MOST_CALLS_BYTES)
                .permitKeepAliveTime(5, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .intercept(streams)
                .intercept(new Doorkeeper(credentials))
                .addService(new EngineService(engine, activation))
                .build()
                .start();
        return new GrpcGateway(server, streams);
    }

    public int port() {
        return server.getPort();
    }

    /** Takes no more calls and lets go of the workers' streams; calls that are under way go on until {@link #close}. */
    public void drain() {
        server.shutdown();
        streams.end();
    }

    /** Ends what is still under way after a moment. */
    @Override
    public void close() {
        drain();
        try {
            if (!server.awaitTermination(2, TimeUnit.SECONDS)) {
                server.shutdownNow();
                server.awaitTermination(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
