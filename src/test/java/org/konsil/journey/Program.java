package org.konsil.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.konsil.Jvm;

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
        var program = new Program(home, Jvm.freePort(), List.of(settings));
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
            var command = Jvm.konsilForAWhile();
            command.addAll(Jvm.demonstration(home, port));
            command.addAll(settings);
            return Jvm.saying(log(), command).start();
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

    @Override
    public void close() {
        Jvm.end(process, Duration.ofSeconds(30));
    }
}
