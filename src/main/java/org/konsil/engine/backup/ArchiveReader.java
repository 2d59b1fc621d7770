package org.konsil.engine.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An archive whose every byte has been compared with its manifest. */
public final class ArchiveReader implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private ArchiveReader(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        var words = zip.getEntry(Manifest.NAME);
        if (words == null) throw notWhole(file, null);
        try (var in = zip.getInputStream(words)) {
            var json = in.readAllBytes();
            var sum = new CRC32();
            sum.update(json);
            if (sum.getValue() != words.getCrc()) throw damaged("its manifest is not what was written");
            manifest = Manifest.parse(json);
        }
    }

    /** Opens and verifies it; {@link ArchiveRefused} when it is damaged, not whole, or of a newer version. */
    public static ArchiveReader open(Path file) throws IOException {
        if (!Files.isRegularFile(file))
            throw new ArchiveRefused("There is no file %s.".formatted(file.toAbsolutePath()));
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw notWhole(file, e);
        }
        try {
            var archive = new ArchiveReader(file, zip);
            archive.verify();
            return archive;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void verify() throws IOException {
        if (manifest.format() > Manifest.FORMAT)
            throw new ArchiveRefused(
                    "The archive %s is of a newer version (format %d, this program knows %d). Restore it with the version that made it, or a later one."
                            .formatted(file, manifest.format(), Manifest.FORMAT));
        manifest.writtenBy().objection().ifPresent(why -> {
            throw new ArchiveRefused("The archive %s %s".formatted(file, why));
        });
        for (var entry : manifest.entries()) verify(entry);
        if (zip.size() != manifest.entries().size() + 1)
            throw damaged("it holds entries that its manifest does not name");
    }

    private void verify(Manifest.Entry entry) throws IOException {
        if (Path.of("/" + entry.name()).normalize().toString().length()
                != entry.name().length() + 1) throw damaged("the name %s leads out of it".formatted(entry.name()));
        var hashing = new Hashing();
        try (var in = open(entry.name())) {
            in.transferTo(hashing.over(OutputStream.nullOutputStream()));
        } catch (ZipException e) {
            throw damaged(entry.name() + " cannot be read");
        }
        if (hashing.bytes() != entry.bytes() || !hashing.hex().equals(entry.sha256()))
            throw damaged(entry.name() + " is not what its manifest says");
    }

    private ArchiveRefused damaged(String how) {
        return new ArchiveRefused(
                "The archive %s was changed or damaged: %s. Use another backup.".formatted(file, how));
    }

    private static ArchiveRefused notWhole(Path file, @Nullable Throwable cause) {
        var sentence = "The file %s is no backup, or not a whole one. Use another.".formatted(file);
        return cause == null ? new ArchiveRefused(sentence) : new ArchiveRefused(sentence, cause);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** In a sentence what it is. */
    public String summary() {
        return "%s is whole: %d entries, taken %s by Konsil %s (engine %s, log up to position %d)."
                .formatted(
                        file,
                        manifest.entries().size(),
                        manifest.taken(),
                        manifest.writtenBy().product(),
                        manifest.writtenBy().engine(),
                        manifest.position());
    }

    /** Entries whose names begin so, in the archive's order. */
    List<Manifest.Entry> below(String prefix) {
        return manifest.entries().stream()
                .filter(entry -> entry.name().startsWith(prefix))
                .toList();
    }

    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw damaged(name + " is missing");
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
