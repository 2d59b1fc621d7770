package org.konsil.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Konsil as a program of its own: a child JVM on a free port that can be killed like any process. */
final class Program implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(240);

    private final Path home;
    private final int port;
    private final List<String> settings;
    private Process process;

    private Program(Path home, int port, List<String> settings) {
        this.home = home;
        this.port = port;
        this.settings = settings;
        this.process = launch();
    }

    /** Starts with the demo accounts in this folder; returns when it answers. */
    static Program start(Path home, String... settings) {
        var program = new Program(home, freePort(), List.of(settings));
        try {
            program.awaitReady();
        } catch (RuntimeException | Error never) {
            program.close();
            throw never;
        }
        return program;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Door door() {
        return new Door(address());
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void startAgain() {
        process = launch();
        awaitReady();
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return home.resolve("program.log");
    }

    private Process launch() {
        try {
            Files.createDirectories(home);
            var command = new ArrayList<String>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx768m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classpath(),
                    "org.konsil.Konsil",
                    "--spring.profiles.active=demo",
                    "--konsil.home=" + home,
                    "--server.port=" + port,
                    "--konsil.engine-settings.grpc-port=0",
                    "--konsil.engine-settings.rest-port=0"));
            command.addAll(settings);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void awaitReady() {
        Awaitility.await("the program at " + address())
                .atMost(START_PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast("the program ended, see " + log(), () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> door().as("admin").get("/actuator/health").status() == 200);
    }

    /** The product's classes and libraries, without the tests'. */
    private static String classpath() {
        return String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("kc/test"))
                        .toList());
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
