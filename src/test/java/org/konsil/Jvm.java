package org.konsil;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java that runs the tests, run once more beside them: how it is called, and how it is ended. */
public final class Jvm {

    /** Starts sooner and never gets as fast. */
    public static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    private static final List<String> WITHOUT_WARNINGS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private Jvm() {}

    /** The command that runs Konsil as it is delivered, without the tests' classes, in any directory. Its arguments are to be added. */
    public static List<String> konsil(String... options) {
        return command(Konsil.class, classpath(Jvm::isDelivered), options);
    }

    /** The same for programs that are started often and do not live long. */
    public static List<String> konsilForAWhile(String... options) {
        var folder = Path.of(
                Konsil.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        var delivered = Delivered.from(folder);
        var classpath = classpath(Jvm::isDelivered)
                .replace(folder.toString(), delivered.archive().toString());
        var command = command(Konsil.class, classpath, QUICK_TO_START, "-XX:+UseSerialGC", "-Xmx768m");
        var remembering = delivered.remembering(command);
        command.addAll(1, List.of(options));
        command.addAll(1, remembering);
        return command;
    }

    /** Arguments with which Konsil is a demonstration in that folder, at that port; the engine's own ports are any. */
    public static List<String> demonstration(Path home, int port) {
        return List.of(
                "--spring.profiles.active=demo",
                "--konsil.home=" + home,
                "--server.port=" + port,
                "--konsil.engine-settings.grpc-port=0",
                "--konsil.engine-settings.rest-port=0");
    }

    /** The command that runs a class of the tests, or of the product with all that tests have. Its arguments are to be added. */
    public static List<String> running(Class<?> program, String... options) {
        return command(program, classpath(), options);
    }

    private static List<String> command(Class<?> program, String classpath, String... options) {
        var words = new ArrayList<String>();
        words.add(java("java"));
        words.addAll(WITHOUT_WARNINGS);
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", classpath, program.getName()));
        return words;
    }

    /** One of its tools, by its whole path. */
    public static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /** What the tests see, in whole paths. */
    public static String classpath() {
        return classpath(entry -> true);
    }

    private static String classpath(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isDelivered(String entry) {
        return !entry.endsWith("test-classes") && !entry.endsWith("kc/test");
    }

    /** All that it says goes to the end of that file. */
    public static ProcessBuilder saying(Path log, List<String> command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** A port that nobody listened on just now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Ends it in order if it does so in time, and in any case. */
    public static void end(Process process, Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
