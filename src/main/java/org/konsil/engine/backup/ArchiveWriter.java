package org.konsil.engine.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.konsil.engine.state.Folders;

/** Writes an archive beside its final name; it gets that name only when it is whole and on disk. */
final class ArchiveWriter implements AutoCloseable {

    static final String UNFINISHED = ".part";

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final Hashing whole = new Hashing();
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    /** Begins an archive of that name; refuses a name that is taken. */
    ArchiveWriter(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        this.unfinished = this.file.resolveSibling(this.file.getFileName() + UNFINISHED);
        if (Files.exists(this.file)) throw new FileAlreadyExistsException(this.file.toString());
        Files.createDirectories(this.file.getParent());
        Private.create(unfinished);
        channel = FileChannel.open(unfinished, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        var out = new DigestOutputStream(Channels.newOutputStream(channel), whole.digest());
        zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Hashing();
        content.writeTo(counted.over(zip));
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, counted.bytes(), counted.hex()));
    }

    /** Ends it with its manifest. @return the SHA-256 of the whole file in hexadecimal */
    String finish(Function<List<Manifest.Entry>, Manifest> manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.apply(List.copyOf(entries)).toJson());
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        channel.close();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        Folders.forceAround(file);
        return whole.hex();
    }

    /** Leaves nothing behind of an archive that was not finished. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }
}
