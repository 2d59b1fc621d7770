package org.konsil.engine.state;

import java.nio.file.Path;

/**
 * A saved state.
 *
 * @param processed the engine had processed at least the log up to here
 * @param known the highest position of the log that the state may know of; it was on disk before the snapshot counted
 */
public record Snapshot(Path folder, long processed, long known) {}
