package org.konsil;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Konsil as one archive instead of a folder of classes. From archives Java can remember what it has loaded and made ready; programs that
 * start with this memory are there in half the time, and a build starts some forty of them.
 */
final class Delivered {

    /** Set by the build; a single test that is run by hand would wait longer for the memory than it gains. */
    private static final boolean REMEMBERING = Boolean.getBoolean("konsil.remember-classes");

    private static final Path FOLDER = Path.of("target", "delivered").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static @Nullable Delivered made;

    private final Path archive = FOLDER.resolve("konsil.jar");
    private final Path memory = FOLDER.resolve("konsil.jsa");

    private Delivered(Path classes) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        pack(classes);
    }

    /** The one of this build. @param classes the folder that is packed, once */
    static synchronized Delivered from(Path classes) {
        if (made == null) {
            try {
                made = new Delivered(classes);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return made;
    }

    Path archive() {
        return archive;
    }

    /** Options that let a program begin with what an earlier one remembered. @param command how it is started without them */
    synchronized List<String> remembering(List<String> command) {
        if (!REMEMBERING) return List.of();
        if (Files.notExists(memory)) remember(command);
        return List.of("-XX:SharedArchiveFile=" + memory);
    }

    /** Waits for the first page, so that what serves it is remembered too. */
    private void remember(List<String> command) {
        int port = Jvm.freePort();
        var words = new ArrayList<>(command);
        words.add(1, "-XX:ArchiveClassesAtExit=" + memory);
        words.addAll(Jvm.demonstration(FOLDER.resolve("home"), port));
        var log = FOLDER.resolve("remember.log");
        try {
            var process = Jvm.saying(log, words).start();
            try {
                await("it is there once")
                        .atMost(PATIENCE)
                        .failFast("it ended, see " + log, () -> !process.isAlive())
                        .ignoreExceptions()
                        .until(() -> answers(port));
            } finally {
                Jvm.end(process, PATIENCE);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean answers(int port) throws IOException, InterruptedException {
        var page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(page.build(), BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    private void pack(Path classes) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.setLevel(0);
            Files.walkFileTree(classes, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) throws IOException {
                    if (!folder.equals(classes)) entry(folder, "/");
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                    entry(file, "");
                    Files.copy(file, zip);
                    return FileVisitResult.CONTINUE;
                }

                private void entry(Path path, String end) throws IOException {
                    zip.putNextEntry(
                            new ZipEntry(classes.relativize(path).toString().replace('\\', '/') + end));
                }
            });
        }
    }
}
