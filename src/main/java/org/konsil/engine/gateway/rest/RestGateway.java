package org.konsil.engine.gateway.rest;

import jakarta.servlet.MultipartConfigElement;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.konsil.engine.core.Engine;
import org.konsil.engine.gateway.Credentials;
import org.konsil.engine.gateway.JobActivation;
import org.konsil.engine.store.Store;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.GracefulShutdownResult;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;

/** The engine's HTTP door: a server of its own with a virtual thread per request. */
public final class RestGateway implements AutoCloseable {

    /** In one deployment; Tomcat's own limit is lower than what a folder of models has. */
    private static final int MOST_FILES = 3000;

    /** What is too large is read to its end all the same, so that the client hears why instead of a broken connection. */
    private static final int LONGEST_SWALLOWED = 64 << 20;

    private final WebServer server;

    private RestGateway(WebServer server) {
        this.server = server;
    }

    /** Listens; fails with Spring's {@code PortInUseException} when the port is taken. */
    public static RestGateway start(
            RestSettings settings,
            Engine engine,
            Store store,
            JobActivation jobs,
            Credentials credentials,
            Purging purging) {
        return start(settings, engine, store, jobs, credentials, purging, Optional.empty());
    }

    /** The same with the calls of an operator, where no application around the engine answers them. */
    public static RestGateway start(
            RestSettings settings,
            Engine engine,
            Store store,
            JobActivation jobs,
            Credentials credentials,
            Purging purging,
            Optional<? extends Operating> operating) {
        var asking = new Asking(engine.commands());
        var searches = store.searches();
        var calls = new Calls();
        new Deployments(asking).register(calls);
        new Models(searches).register(calls);
        new ProcessInstances(asking, searches).register(calls);
        new ElementInstances(asking, searches).register(calls);
        new Jobs(asking, jobs, searches).register(calls);
        new UserTasks(asking, searches).register(calls);
        new Decisions(asking, searches).register(calls);
        new Messages(asking, searches).register(calls);
        var purges = new Purges(purging);
        new Cluster(engine, settings, purges).register(calls);
        operating.ifPresent(alone -> new Operators(alone).register(calls));
        if (settings.open()) {
            new TestControls(engine, purges).register(calls);
        }
        return new RestGateway(
                listen(settings, new Dispatcher(calls, new Doorkeeper(credentials), store::awaitWhatIsCommitted)));
    }

    /** The port it really listens on. */
    public int port() {
        return server.getPort();
    }

    /** Takes no more requests, and gives those under way a moment. */
    @Override
    public void close() {
        var done = new CompletableFuture<GracefulShutdownResult>();
        server.shutDownGracefully(done::complete);
        done.completeOnTimeout(GracefulShutdownResult.REQUESTS_ACTIVE, 2, TimeUnit.SECONDS)
                .join();
        server.stop();
        server.destroy();
    }

    private static WebServer listen(RestSettings settings, Dispatcher dispatcher) {
        var factory = new TomcatServletWebServerFactory(settings.port());
        factory.setAddress(address(settings.address()));
        factory.setRegisterDefaultServlet(false);
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.addConnectorCustomizers(connector -> {
            connector.setMaxPostSize(Call.LONGEST_BODY);
            connector.setMaxPartCount(MOST_FILES);
            connector.setProperty("maxSwallowSize", String.valueOf(LONGEST_SWALLOWED));
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setExecutor(new VirtualThreadExecutor("engine-rest-"));
            }
        });
        var server = factory.getWebServer(context -> {
            var servlet = context.addServlet("engine", dispatcher);
            servlet.addMapping("/*");
            servlet.setMultipartConfig(
                    new MultipartConfigElement("", Call.LONGEST_BODY, Call.LONGEST_BODY, Call.LONGEST_BODY));
        });
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.destroy(); // its threads would keep the program from ending
            throw e;
        }
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("The address " + name + " of the engine's REST API is unknown here", e);
        }
    }
}
