package org.konsil.engine.core;

/** What the engine counts: last position on disk, log segments, waits for the disk, commands without an answer, commands refused as too many. */
public record Figures(long committed, int segments, long syncs, int pending, long refused) {

    static final Figures NONE = new Figures(-1, 0, 0, 0, 0);
}
