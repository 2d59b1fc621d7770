package org.konsil.engine.log;

import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import java.util.NoSuchElementException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Reads durable frames in order; not for several threads. */
final class SegmentReader implements LogStorageReader {

    private final SegmentedLog log;
    private @Nullable Segment segment;
    private int offset = Segment.START;

    SegmentReader(SegmentedLog log) {
        this.log = log;
    }

    @Override
    public void seek(long position) {
        var here = log.segmentOf(position);
        segment = here;
        offset = Segment.START;
        int end = here.committed;
        for (int at = offset; at < end; at += Frame.size(Frame.length(here.bytes, at))) {
            if (Frame.lowest(here.bytes, at) > position) return;
            offset = at;
            if (Frame.highest(here.bytes, at) >= position) return;
        }
    }

    @Override
    public boolean hasNext() {
        return current() != null;
    }

    @Override
    public DirectBuffer next() {
        var here = current();
        if (here == null) throw new NoSuchElementException();
        int length = Frame.length(here.bytes, offset);
        var payload = new UnsafeBuffer(here.view, offset + Frame.HEADER, length);
        offset += Frame.size(length);
        return payload;
    }

    @Override
    public void close() {
        segment = null;
        offset = Segment.START;
    }

    private @Nullable Segment current() {
        if (segment == null) segment = log.segmentOf(Long.MIN_VALUE);
        while (segment != null) {
            var following = segment.next; // read before committed: once it is set, committed is final
            if (offset < segment.committed) return segment;
            if (following == null) return null;
            segment = following;
            offset = Segment.START;
        }
        return null;
    }
}
