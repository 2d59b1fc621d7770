package org.konsil.engine.log;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A durable log in segment files. Appends return at once; they become visible, and their listeners are told, when they are on disk: nothing is
 * processed, hence nothing acknowledged, before.
 */
public final class SegmentedLog implements LogStorage, AutoCloseable {

    private final LogSettings settings;
    private final FailStop failStop;
    private final SegmentFiles files;
    private final ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
    private final CopyOnWriteArrayList<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final Flusher flusher = new Flusher(this);
    private volatile long appended;
    private volatile long committed;
    private volatile long syncs;

    /** Opens or creates the log and cuts off what a crash left unfinished; {@link LogDamaged} when acknowledged records are missing. */
    public SegmentedLog(LogSettings settings, FailStop failStop) throws IOException {
        this.settings = settings;
        this.failStop = failStop;
        this.files = new SegmentFiles(settings.folder(), settings.disk());
        for (var segment : new Recovery(files).run()) segments.put(segment.first, segment);
        if (segments.isEmpty()) roll(null, 1, 0); // a disk that is full refuses the start, not the first command
        long last = segments.lastEntry().getValue().last;
        appended = committed = last > 0 ? last : -1;
        flusher.start();
    }

    @Override
    public void append(long lowest, long highest, BufferWriter payload, AppendListener listener) {
        if (lowest != Math.max(0, appended) + 1)
            throw new IllegalStateException(
                    "The engine's log goes on after position %d, not at %d".formatted(appended, lowest));
        var frame = Frame.pack(lowest, highest, payload);
        appended = highest;
        listener.onWrite(highest, highest);
        flusher.add(new Flusher.Append(frame, lowest, highest, listener));
    }

    void flush(List<Flusher.Append> batch) throws IOException {
        var segment = segments.lastEntry().getValue();
        int offset = segment.committed;
        for (var append : batch) {
            int size = append.frame().capacity();
            if (!segment.hasRoomAt(offset, size)) {
                commit(segment, offset);
                segment = roll(segment, append.lowest(), size);
                offset = Segment.START;
            }
            Frame.seal(append.frame(), committed);
            segment.write(append.frame(), offset);
            segment.last = append.highest();
            offset += size;
        }
        commit(segment, offset);
        for (var append : batch) append.listener().onCommit(append.highest(), append.highest());
        listeners.forEach(CommitListener::onCommit);
    }

    private void commit(Segment segment, int offset) throws IOException {
        if (segment.committed == offset) return;
        if (settings.durable()) segment.force();
        syncs++;
        committed = segment.last;
        segment.committed = offset;
    }

    private Segment roll(@Nullable Segment full, long first, int frame) throws IOException {
        var segment = files.create(first, Math.max(settings.segmentBytes(), Segment.START + frame));
        segments.put(first, segment);
        if (full != null) full.next = segment;
        return segment;
    }

    void failed(Throwable e) {
        failStop.stop(
                "The engine's log in %s cannot be written (%s), so the engine stops at once. Nothing that was acknowledged is lost:"
                                .formatted(files.folder(), e.getMessage())
                        + " make room or repair the disk, then start again.",
                e);
    }

    /** Deletes segments that only hold positions below the bound; answers how many. */
    public int compact(long bound) throws IOException {
        int deleted = 0;
        while (true) {
            var oldest = segments.firstEntry().getValue();
            var next = oldest.next;
            if (next == null || next.first > bound) break;
            segments.remove(oldest.first);
            files.delete(oldest);
            deleted++;
        }
        if (deleted > 0) files.forceFolder();
        return deleted;
    }

    @Override
    public LogStorageReader newReader() {
        return new SegmentReader(this);
    }

    /** Where to look for the position; the oldest segment for what is older, the last one with anything in it for what is newer. */
    Segment segmentOf(long position) {
        var entry = segments.floorEntry(position);
        if (entry == null) return segments.firstEntry().getValue();
        if (entry.getValue().isEmpty()) { // begun, but a kill or a moment came before its first frame
            var before = segments.lowerEntry(entry.getKey());
            if (before != null) return before.getValue();
        }
        return entry.getValue();
    }

    @Override
    public void addCommitListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeCommitListener(CommitListener listener) {
        listeners.remove(listener);
    }

    /** The highest position that was handed in, -1 for none. */
    public long appendedPosition() {
        return appended;
    }

    /** The highest position that is on disk, -1 for none. */
    public long committedPosition() {
        return committed;
    }

    /** The lowest position that is or will be in the log. */
    public long firstPosition() {
        return segments.firstKey();
    }

    /** About how many bytes hold positions above this one. */
    public long bytesAfter(long position) {
        return segments.values().stream()
                .mapToLong(segment -> segment.bytesAfter(position))
                .sum();
    }

    public int segmentCount() {
        return segments.size();
    }

    /** How often the disk was waited for. */
    public long syncs() {
        return syncs;
    }

    /** Writes what was appended and lets go of the files. */
    @Override
    public void close() throws IOException {
        flusher.close();
        for (var segment : segments.values()) segment.close();
    }
}
