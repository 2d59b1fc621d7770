package org.konsil.engine.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The folder of segments: each file is named by its first position and given all its blocks before it gets its name. */
final class SegmentFiles {

    private static final byte[] MAGIC = "KONSIL01".getBytes(StandardCharsets.US_ASCII);
    private static final String SUFFIX = ".log";
    private static final String UNFINISHED = ".new";

    private final Path folder;
    private final Disk disk;

    SegmentFiles(Path folder, Disk disk) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.disk = disk;
    }

    Path folder() {
        return folder;
    }

    /** Blocks that are already there cannot be missing later, and fdatasync has no new size to journal. */
    Segment create(long first, int size) throws IOException {
        var path = folder.resolve("%020d%s".formatted(first, SUFFIX));
        var unfinished = folder.resolve(path.getFileName() + UNFINISHED);
        try (var file = disk.create(unfinished)) {
            zeroes(file, 0, size);
            for (var magic = ByteBuffer.wrap(MAGIC); magic.hasRemaining(); ) file.write(magic, magic.position());
            file.force(true);
        }
        disk.move(unfinished, path);
        forceFolder();
        return new Segment(path, first, disk.open(path));
    }

    /** All segments, oldest first. */
    List<Segment> open() throws IOException {
        var segments = new ArrayList<Segment>();
        for (var path : list()) {
            var name = path.getFileName().toString();
            if (name.endsWith(UNFINISHED)) disk.delete(path);
            else if (isSegment(path)) segments.add(open(path));
        }
        return segments;
    }

    void delete(Segment segment) throws IOException {
        segment.close();
        disk.delete(segment.path); // slow readers keep their mapping
    }

    void forceFolder() throws IOException {
        disk.force(folder);
    }

    static void zeroes(Disk.Handle file, int from, int to) throws IOException {
        var zeroes = ByteBuffer.allocate(1 << 16);
        for (int at = from; at < to; ) {
            zeroes.clear().limit(Math.min(zeroes.capacity(), to - at));
            at += file.write(zeroes, at);
        }
    }

    /** Whether it is one, and not one that is just being made. */
    static boolean isSegment(Path path) {
        return path.getFileName().toString().endsWith(SUFFIX);
    }

    /** The first position in the segment, by its name. */
    static long first(Path segment) {
        var name = segment.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    private List<Path> list() throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    private Segment open(Path path) throws IOException {
        var magic = new byte[MAGIC.length];
        try (var in = Files.newInputStream(path)) {
            if (in.readNBytes(magic, 0, magic.length) < MAGIC.length || !Arrays.equals(magic, MAGIC))
                throw new LogDamaged(
                        path + " is not a log segment of this version. Restore the engine's folder from a backup,"
                                + " or start the version that wrote it.");
        }
        return new Segment(path, first(path), disk.open(path));
    }
}
