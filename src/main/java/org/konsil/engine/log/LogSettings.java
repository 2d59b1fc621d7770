package org.konsil.engine.log;

import java.nio.file.Path;

/**
 * Where the log lives, how many bytes a segment is given in advance, whether commits wait for the disk (false only for tests), and which disk that
 * is.
 */
public record LogSettings(Path folder, int segmentBytes, boolean durable, Disk disk) {

    /** On the real disk. */
    public LogSettings(Path folder, int segmentBytes, boolean durable) {
        this(folder, segmentBytes, durable, Disk.real());
    }
}
