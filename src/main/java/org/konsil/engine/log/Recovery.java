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
        var found = files.open();
        var usable = new ArrayList<Segment>();
        for (var segment : found) {
            if (!usable.isEmpty() && segment.first != usable.getLast().last + 1) break;
            scan(segment);
            if (!usable.isEmpty()) usable.getLast().next = segment;
            usable.add(segment);
        }
        if (!usable.isEmpty()) cutAfter(usable.getLast(), found.subList(usable.size(), found.size()));
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

    private void cutAfter(Segment end, List<Segment> beyond) throws IOException {
        proveNothingLost(end, end.committed, end.last);
        for (var segment : beyond) proveNothingLost(segment, Segment.START, end.last);
        end.zeroTail();
        for (var segment : beyond) {
            LOG.warn("Dropping {}: nothing in it was ever acknowledged", segment.path);
            files.delete(segment);
        }
        files.forceFolder();
    }

    private static void proveNothingLost(Segment segment, int from, long end) {
        for (int at = from; at + Frame.HEADER <= segment.size; at += 8) {
            if (Frame.lowest(segment.bytes, at) <= end || !Frame.validAt(segment.bytes, at)) continue;
            if (Frame.durable(segment.bytes, at) > end)
                throw new LogDamaged(
                        "The engine's log is damaged after position %d (%s): records up to %d were acknowledged and cannot be read. "
                                        .formatted(end, segment.path, Frame.durable(segment.bytes, at))
                                + "Restore the engine's folder and the database from the same backup; do not delete single files.");
        }
    }
}
