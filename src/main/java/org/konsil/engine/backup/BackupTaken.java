package org.konsil.engine.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A backup that is whole and on disk.
 *
 * @param taken the moment of which it is
 * @param sha256 of the whole file, in hexadecimal
 * @param position the engine's log ends here
 * @param held how long clients' commands were held back
 * @param whole how long everything took
 */
public record BackupTaken(
        Path file, Instant taken, long bytes, String sha256, long position, Duration held, Duration whole) {}
