package org.konsil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.konsil.Jvm;
import org.konsil.journey.Door;

/** Konsil as a program of its own, with one gigabyte of heap, and what it uses of the machine. */
final class Measured implements AutoCloseable {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private static final int LAST_LINES = 60;

    private final Process process;
    private final int port;
    private final Duration firstPage;
    private final Duration firstPageCpu;

    private Measured(Process process, int port, Duration firstPage, Duration firstPageCpu) {
        this.process = process;
        this.port = port;
        this.firstPage = firstPage;
        this.firstPageCpu = firstPageCpu;
    }

    /** Returns when the first page is answered and the engine is up. */
    static Measured start(Path home) throws IOException {
        return start(home, Jvm.freePort(), List.of(), List.of());
    }

    /** The same with settings of one's own, as a server is run: with all its memory from the beginning. */
    static Measured startServer(Path home, int port, List<String> settings) throws IOException {
        return start(home, port, settings, List.of("-Xms1g", "-XX:-ClassUnloadingWithConcurrentMark"));
    }

    private static Measured start(Path home, int port, List<String> settings, List<String> options) throws IOException {
        var begun = System.nanoTime();
        var process = launch(home, port, settings, options);
        // it must not outlive who measures it
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var page = URI.create("http://127.0.0.1:" + port + "/sign-in");
        awaitStatus(process, page, home);
        var firstPage = Duration.ofNanos(System.nanoTime() - begun);
        var firstPageCpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        awaitStatus(process, page.resolve("/actuator/health"), home);
        return new Measured(process, port, firstPage, firstPageCpu);
    }

    Door door() {
        return Door.at(port);
    }

    /** From the program's start until its first page was there. */
    Duration firstPage() {
        return firstPage;
    }

    /** The processor time that this took. */
    Duration firstPageCpu() {
        return firstPageCpu;
    }

    /** Processor time since the start. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory that the process holds, in megabytes. */
    long residentMegabytes() throws IOException {
        var found = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        return found.find() ? Long.parseLong(found.group(1)) / 1024 : -1;
    }

    /** What is left of the heap once everything that nobody needs is gone, in megabytes. */
    long heapMegabytes() throws IOException, InterruptedException {
        var collected = new ProcessBuilder(Jvm.java("jcmd"), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        collected.waitFor(60, TimeUnit.SECONDS);
        var used = door().as("admin")
                .get("/actuator/metrics/jvm.memory.used?tag=area:heap")
                .expect(200);
        return used.body().path("measurements").path(0).path("value").asLong() / (1024 * 1024);
    }

    private static void awaitStatus(Process process, URI address, Path home) {
        Awaitility.await("the program at " + address)
                .atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .failFast(() ->
                        assertThat(process.isAlive()).as(() -> lastWords(home)).isTrue())
                .ignoreExceptions()
                .until(() -> ((HttpURLConnection) address.toURL().openConnection()).getResponseCode() == 200);
    }

    private static Process launch(Path home, int port, List<String> settings, List<String> options) throws IOException {
        Files.createDirectories(home);
        var command =
                Jvm.konsil(Stream.concat(Stream.of("-Xmx1g"), options.stream()).toArray(String[]::new));
        command.addAll(Jvm.demonstration(home, port));
        command.addAll(settings);
        return Jvm.saying(log(home), command).start();
    }

    private static Path log(Path home) {
        return home.resolve("program.log");
    }

    private static String lastWords(Path home) {
        try {
            var lines = Files.readAllLines(log(home));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException gone) {
            return "its log cannot be read: " + gone.getMessage();
        }
    }

    @Override
    public void close() {
        Jvm.end(process, Duration.ofSeconds(60));
    }
}
