package org.konsil.engine.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The folder of segments: each file is named by its first position and given all its blocks before it gets its name. */
final class SegmentFiles {

    private static final byte[] MAGIC = "KONSIL01".getBytes(StandardCharsets.US_ASCII);
    private static final String SUFFIX = ".log";
    private static final String UNFINISHED = ".new";

    private final Path folder;

    SegmentFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path folder() {
        return folder;
    }

    /** Blocks that are already there cannot be missing later, and fdatasync has no new size to journal. */
    Segment create(long first, int size) throws IOException {
        var path = folder.resolve("%020d%s".formatted(first, SUFFIX));
        var unfinished = folder.resolve(path.getFileName() + UNFINISHED);
        try (var channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            zeroes(channel, 0, size);
            channel.write(ByteBuffer.wrap(MAGIC), 0);
            channel.force(true);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        forceFolder();
        return new Segment(path, first);
    }

    /** All segments, oldest first. */
    List<Segment> open() throws IOException {
        var segments = new ArrayList<Segment>();
        for (var path : list()) {
            var name = path.getFileName().toString();
            if (name.endsWith(UNFINISHED)) Files.delete(path);
            else if (name.endsWith(SUFFIX)) segments.add(open(path, name));
        }
        return segments;
    }

    void delete(Segment segment) throws IOException {
        segment.close();
        Files.deleteIfExists(segment.path); // slow readers keep their mapping
    }

    void forceFolder() throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void zeroes(FileChannel channel, int from, int to) throws IOException {
        var zeroes = ByteBuffer.allocate(1 << 16);
        for (int at = from; at < to; ) {
            zeroes.clear().limit(Math.min(zeroes.capacity(), to - at));
            at += channel.write(zeroes, at);
        }
    }

    private List<Path> list() throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    private static Segment open(Path path, String name) throws IOException {
        var magic = new byte[MAGIC.length];
        try (var in = Files.newInputStream(path)) {
            if (in.readNBytes(magic, 0, magic.length) < MAGIC.length || !java.util.Arrays.equals(magic, MAGIC))
                throw new LogDamaged(
                        path + " is not a log segment of this version. Restore the engine's folder from a backup,"
                                + " or start the version that wrote it.");
        }
        return new Segment(path, Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
    }
}
