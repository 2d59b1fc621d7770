package org.konsil.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.konsil.Jvm;
import org.konsil.journey.Door;

/** A JVM of its own that runs Konsil, or only its engine, and that may be killed. What it says goes to a file, and what it leaves for a while beside it. */
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private final Path log;
    private final ProcessBuilder command;
    private Process process;

    private Child(Path log, ProcessBuilder command) throws IOException {
        this.log = log;
        this.command = command;
        this.process = launch();
    }

    /** Starts it with these arguments; does not wait. */
    static Child start(Path log, String... arguments) {
        return start(log, Path.of("").toAbsolutePath(), List.of(), arguments);
    }

    /** The same in another working directory, by way of a launcher (such as {@code setpriv ...}) put before the command. */
    static Child start(Path log, Path directory, List<String> launcher, String... arguments) {
        var words = new ArrayList<>(launcher);
        var temporary = log.resolveSibling("temporary");
        words.addAll(Jvm.konsilForAWhile("-Djava.io.tmpdir=" + temporary.toAbsolutePath()));
        words.addAll(lastOfEach(arguments));
        try {
            Files.createDirectories(temporary);
            return new Child(log, Jvm.saying(log, words).directory(directory.toFile()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Spring would join the values of an option that is given twice; here the later one counts. */
    private static Collection<String> lastOfEach(String... arguments) {
        var byName = new LinkedHashMap<String, String>();
        for (var argument : arguments) {
            byName.put(argument.split("=", 2)[0], argument);
        }
        return byName.values();
    }

    /** Waits until it answers with health "up" at this port. */
    Child awaitReady(int port) {
        var door = new Door(URI.create("http://127.0.0.1:" + port));
        return await("it answers", () -> {
            var reply = door.as("admin").get("/actuator/health");
            return reply.status() == 200;
        });
    }

    /** Waits until it has said this. */
    Child awaitSaid(String words) {
        return await("it says " + words, () -> said().contains(words));
    }

    Child await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The program ended, and had said: " + said());
                    }
                })
                .ignoreExceptions()
                .until(condition::getAsBoolean);
        return this;
    }

    /** Waits for its end by itself. @return the exit code */
    int awaitEnd() throws InterruptedException {
        return awaitEnd(PATIENCE);
    }

    /** The same with less patience. */
    int awaitEnd(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It did not end, and had said: " + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** As kill -9 does; what it wrote before stays. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end in order, as kill -15 does; does not wait. */
    void askToEnd() {
        process.destroy();
    }

    /** Starts it once more, as it was started the first time. */
    void startAgain() throws IOException {
        process = launch();
    }

    private Process launch() throws IOException {
        return command.start();
    }

    @Override
    public void close() {
        Jvm.end(process, Duration.ofSeconds(20));
    }
}
