package org.konsil.engine.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the end of the log after any stop. A broken frame that nothing shows to have been durable is the torn tail of a crash and is cut off; if any
 * later frame proves that it was durable, the log is damaged and the engine must not start.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final SegmentFiles files;

    Recovery(SegmentFiles files) {
        this.files = files;
    }

    /** The usable segments, linked, oldest first. */
    List<Segment> run() throws IOException {
        var usable = new ArrayList<Segment>();
        for (var segment : files.open()) {
            if (!usable.isEmpty()) {
                var before = usable.getLast();
                // a segment is only begun when all before it is on disk
                if (segment.first != before.last + 1) throw damaged(before, segment.first - 1);
                before.next = segment;
            }
            scan(segment);
            usable.add(segment);
        }
        if (!usable.isEmpty()) cutAfter(usable.getLast());
        return usable;
    }

    private static void scan(Segment segment) {
        int at = Segment.START;
        while (Frame.validAt(segment.bytes, at) && Frame.lowest(segment.bytes, at) == segment.last + 1) {
            segment.last = Frame.highest(segment.bytes, at);
            at += Frame.size(Frame.length(segment.bytes, at));
        }
        segment.committed = at;
    }

    private void cutAfter(Segment end) throws IOException {
        for (int at = end.committed; at + Frame.HEADER <= end.size; at += 8) {
            if (Frame.lowest(end.bytes, at) <= end.last || !Frame.validAt(end.bytes, at)) continue;
            if (Frame.durable(end.bytes, at) > end.last) throw damaged(end, Frame.durable(end.bytes, at));
        }
        if (end.zeroTail())
            LOG.info("The engine's log goes on after position {}: what followed was not finished", end.last);
        files.forceFolder();
    }

    private static LogDamaged damaged(Segment end, long acknowledged) {
        return new LogDamaged(
                "The engine's log is damaged or lacks a file after position %d (%s): records up to %d were acknowledged and cannot be read. "
                                .formatted(end.last, end.path, acknowledged)
                        + "Restore the engine's folder and the database from the same backup; do not delete single files.");
    }
}
