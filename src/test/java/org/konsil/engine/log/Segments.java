package org.konsil.engine.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Measures and cuts segments from outside. */
public final class Segments {

    private Segments() {}

    /** The offset behind its last frame. */
    static int end(Path path) throws IOException {
        return starts(path).getLast();
    }

    /** Where each frame starts, and where the next one would. */
    public static List<Integer> starts(Path path) throws IOException {
        try (var segment = new Segment(path, 1, Disk.real().open(path))) {
            var starts = new ArrayList<>(List.of(Segment.START));
            while (Frame.validAt(segment.bytes, starts.getLast()))
                starts.add(starts.getLast() + Frame.size(Frame.length(segment.bytes, starts.getLast())));
            return starts;
        }
    }

    /** A segment as a kill leaves it that comes just before its first frame. */
    public static void begin(Path folder, long first, int size) throws IOException {
        new SegmentFiles(folder, Disk.real()).create(first, size).close();
    }

    /** Nothing but zeroes from there on, as a file system leaves blocks that were never written. */
    public static void cut(Path path, int at) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Math.toIntExact(channel.size()) - at), at);
        }
    }
}
