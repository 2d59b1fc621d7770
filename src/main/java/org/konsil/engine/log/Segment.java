package org.konsil.engine.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** One file of the log. Only the flusher writes; readers follow {@code committed} and go on to {@code next} once the segment is full. */
final class Segment implements AutoCloseable {

    static final int START = Long.BYTES;

    final Path path;
    final long first;
    final int size;
    final ByteBuffer bytes;
    final UnsafeBuffer view;
    private final Disk.Handle file;

    /** Offset up to which frames are durable, hence visible. */
    volatile int committed = START;

    volatile long last;

    /** The segment after this one; set only when nothing more will be written here. */
    volatile @Nullable Segment next;

    Segment(Path path, long first, Disk.Handle file) throws IOException {
        this.path = path;
        this.first = first;
        this.last = first - 1;
        this.file = file;
        this.size = Math.toIntExact(file.size());
        this.bytes = file.view().order(ByteOrder.LITTLE_ENDIAN);
        this.view = new UnsafeBuffer(bytes);
    }

    /** Whether nothing is to be read here yet. */
    boolean isEmpty() {
        return committed == START;
    }

    boolean hasRoomAt(int offset, int length) {
        return offset + (long) length <= size;
    }

    /** As if all records were of the same size. */
    long bytesAfter(long position) {
        long end = last;
        long after = Math.clamp(end - position, 0, end - first + 1);
        return after == 0 ? 0 : Math.round((double) after / (end - first + 1) * (committed - START));
    }

    void write(ByteBuffer frame, int offset) throws IOException {
        frame.clear();
        for (int at = offset; frame.hasRemaining(); ) at += file.write(frame, at);
    }

    void force() throws IOException {
        file.force(false);
    }

    /** What follows the last whole frame was never acknowledged; it must not be taken for a frame later. Answers whether there was any. */
    boolean zeroTail() throws IOException {
        boolean clean = true;
        for (int at = committed; at < size && clean; at++) clean = bytes.get(at) == 0;
        if (clean) return false;
        SegmentFiles.zeroes(file, committed, size);
        file.force(true);
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
