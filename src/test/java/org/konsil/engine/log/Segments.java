package org.konsil.engine.log;

import java.io.IOException;
import java.nio.file.Path;

/** Measures a segment from outside. */
final class Segments {

    private Segments() {}

    /** The offset behind its last frame. */
    static int end(Path path) throws IOException {
        try (var segment = new Segment(path, 1, Disk.real().open(path))) {
            int at = Segment.START;
            while (Frame.validAt(segment.bytes, at)) at += Frame.size(Frame.length(segment.bytes, at));
            return at;
        }
    }
}
