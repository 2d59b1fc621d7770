package org.konsil.engine.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A segment's file as it was when the log ended at a position, though it is still being written: whole frames up to there, zeroes after.
 *
 * @param first the first position in it
 */
public record CutSegment(Path file, long first) {

    /** Whether a file of the log's folder is a segment, and not one that is just being made. */
    public static boolean is(Path file) {
        return SegmentFiles.isSegment(file);
    }

    public static CutSegment of(Path file) {
        return new CutSegment(file, SegmentFiles.first(file));
    }

    /** Copies it. @return the last position in the copy, one before the first if there is none */
    public long copy(long end, OutputStream out) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int size = Math.toIntExact(channel.size());
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
            long last = first - 1;
            int at = Segment.START;
            while (Frame.validAt(bytes, at) && Frame.lowest(bytes, at) == last + 1 && Frame.highest(bytes, at) <= end) {
                last = Frame.highest(bytes, at);
                at += Frame.size(Frame.length(bytes, at));
            }
            var kept = bytes.duplicate().position(0).limit(at);
            var to = Channels.newChannel(out);
            while (kept.hasRemaining()) to.write(kept);
            zeroes(out, size - at);
            return last;
        }
    }

    private static void zeroes(OutputStream out, int count) throws IOException {
        var zeroes = new byte[1 << 16];
        for (int left = count; left > 0; left -= zeroes.length) out.write(zeroes, 0, Math.min(left, zeroes.length));
    }
}
