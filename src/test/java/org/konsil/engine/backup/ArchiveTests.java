package org.konsil.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.engine.state.VersionMark;

class ArchiveTests {

    @TempDir
    Path folder;

    private Path archive;

    @BeforeEach
    void anArchive() throws IOException {
        archive = write("good.zip", VersionMark.ours());
    }

    private Path write(String name, VersionMark by) throws IOException {
        var file = folder.resolve(name);
        try (var writer = new ArchiveWriter(file)) {
            writer.add("files/one", out -> out.write("first".getBytes(StandardCharsets.UTF_8)));
            writer.add("files/two", out -> out.write("second".getBytes(StandardCharsets.UTF_8)));
            writer.finish(entries -> new Manifest(1, by, "2026-01-01T00:00:00Z", 1, 0, Map.of(), entries));
        }
        return file;
    }

    /** The same archive with other content of one entry, another name of it, or one more. */
    private Path changed(String entry, UnaryOperator<String> name, UnaryOperator<String> content) throws IOException {
        var other = folder.resolve("changed.zip");
        try (var from = new ZipFile(archive.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(other))) {
            for (var one : List.copyOf(from.stream().toList())) {
                var text = new String(from.getInputStream(one).readAllBytes(), StandardCharsets.UTF_8);
                boolean it = one.getName().equals(entry);
                to.putNextEntry(new ZipEntry(it ? name.apply(entry) : one.getName()));
                to.write((it ? content.apply(text) : text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return other;
    }

    private static void assertRefused(Path file, String... words) {
        assertThatThrownBy(() -> ArchiveReader.open(file))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void aWholeArchiveIsAccepted() {
        assertThatCode(() -> ArchiveReader.open(archive).close()).doesNotThrowAnyException();
    }

    @Test
    void aChangedEntryIsRefused() throws IOException {
        assertRefused(changed("files/one", same -> same, text -> "f1rst"), "changed or damaged", "files/one");
    }

    @Test
    void anEntryThatWasTakenOutOrPutInIsRefused() throws IOException {
        assertRefused(changed("files/one", same -> "files/other", text -> text), "files/one is missing");
        assertRefused(
                changed(
                        Manifest.NAME,
                        same -> same,
                        text -> text.replaceFirst("(?s), \\{\\s+\"name\" : \"files/two\".*?}", "")),
                "entries that its manifest does not name");
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() throws IOException {
        assertRefused(
                changed(Manifest.NAME, same -> same, text -> text.replace("files/one", "../../one")),
                "leads out of it");
    }

    @Test
    void whicheverByteIsDamagedTheArchiveIsRefusedOrItsContentIsWhole() throws IOException {
        var bytes = Files.readAllBytes(archive);
        var damaged = folder.resolve("damaged.zip");
        for (int at = 0; at < bytes.length; at++) {
            var other = bytes.clone();
            other[at] ^= 0x10;
            Files.write(damaged, other);
            try (var archive = ArchiveReader.open(damaged)) {
                assertThat(archive.manifest().entries()).hasSize(2);
                assertThat(archive.open("files/one")).hasContent("first");
                assertThat(archive.open("files/two")).hasContent("second");
            } catch (ArchiveRefused | IOException expected) {
                continue;
            }
        }
    }

    @Test
    void aCutFileAndAnotherFileAreRefused() throws IOException {
        var bytes = Files.readAllBytes(archive);
        assertRefused(Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, 100)), "not a whole one");
        assertRefused(Files.writeString(folder.resolve("letter.txt"), "Dear colleague"), "is no backup");
        assertRefused(folder.resolve("absent.zip"), "There is no file");
    }

    @Test
    void anArchiveOfANewerVersionIsRefused() throws IOException {
        assertRefused(write("newer.zip", new VersionMark(2, "8.8.0", "9.9.9")), "newer version", "Start that version");
    }

    @Test
    void aFileThatIsThereIsNotWrittenOverAndNothingIsLeftOfOneThatFails() throws IOException {
        assertThatThrownBy(() -> write("good.zip", VersionMark.ours())).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> {
                    try (var writer = new ArchiveWriter(folder.resolve("failed.zip"))) {
                        writer.add("files/one", out -> {
                            throw new IOException("the disk is full");
                        });
                    }
                })
                .hasMessageContaining("the disk is full");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(archive);
        }
    }
}
