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

    private GrpcGateway(Server server) {
        this.server = server;
    }

    /** Listens on the address; port 0 takes a free one. Fails with an IOException when the port is taken. */
    public static GrpcGateway start(
            InetSocketAddress address, Engine engine, JobActivation activation, Credentials credentials)
            throws IOException {
        var server = NettyServerBuilder.forAddress(address)
                .maxInboundMessageSize(MOST_CALLS_BYTES)
                .permitKeepAliveTime(5, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .intercept(new Doorkeeper(credentials))
                .addService(new EngineService(engine, activation))
                .build()
                .start();
        return new GrpcGateway(server);
    }

    public int port() {
        return server.getPort();
    }

    /** Ends all calls: long polls and streams would else keep the port open for ever. */
    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
