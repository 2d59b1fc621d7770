package org.konsil.supply;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A library, by name and version.
 *
 * @param name group and artifact, joined by a colon; for the browser's {@code npm:name}
 */
record Part(String name, String version) {

    private static final Path SBOM = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Pattern IN_REPOSITORY =
            Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the program is packed with, as its bill of materials says; where none was made, what this test runs with. */
    static Stream<Part> ofProgram() throws IOException {
        return Files.exists(SBOM) ? listed() : onClassPath();
    }

    /** What the pages' scripts are built from. */
    static Stream<Part> ofPages() throws IOException {
        var lock = JSON.readTree(Path.of("src/main/frontend/package-lock.json").toFile());
        return StreamSupport.stream(
                        ((Iterable<java.util.Map.Entry<String, com.fasterxml.jackson.databind.JsonNode>>)
                                        () -> lock.path("packages").fields())
                                .spliterator(),
                        false)
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> new Part(
                        "npm:" + entry.getKey().replaceFirst(".*node_modules/", ""),
                        entry.getValue().path("version").asText()));
    }

    private static Stream<Part> listed() throws IOException {
        return StreamSupport.stream(
                        JSON.readTree(SBOM.toFile()).path("components").spliterator(), false)
                .map(one -> new Part(
                        one.path("group").asText() + ":" + one.path("name").asText(),
                        one.path("version").asText()));
    }

    private static Stream<Part> onClassPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(Part::inRepository)
                .flatMap(Optional::stream);
    }

    private static Optional<Part> inRepository(String jar) {
        var found = IN_REPOSITORY.matcher(jar.replace('\\', '/'));
        return found.matches()
                ? Optional.of(new Part(found.group(1).replace('/', '.') + ":" + found.group(2), found.group(3)))
                : Optional.empty();
    }
}
