package org.konsil.engine.log;

import java.nio.file.Path;

/** Where the log lives, how many bytes a segment is given in advance, and whether commits wait for the disk (false only for tests). */
public record LogSettings(Path folder, int segmentBytes, boolean durable) {}
