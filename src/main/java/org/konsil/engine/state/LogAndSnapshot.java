package org.konsil.engine.state;

import org.konsil.engine.log.SegmentedLog;

/** Refuses to start on a log and snapshots that do not belong together. */
record LogAndSnapshot(SegmentedLog log, SnapshotFolder snapshots) {

    private static final String ADVICE =
            " Restore the engine's folder and the database from the same backup; do not delete single files.";

    /** Throws {@link EngineFolderRefused} when the log does not begin where the snapshot ends, or ends before any of them does. */
    void check() {
        var kept = snapshots.kept();
        if (kept.isEmpty()) {
            if (log.firstPosition() > 1)
                throw refused("The engine's log starts at position %d and no snapshot covers what came before."
                        .formatted(log.firstPosition()));
        } else {
            long saved = kept.getFirst().processed();
            if (log.firstPosition() > Math.max(1, saved))
                throw refused(
                        "The engine's latest usable snapshot is of position %d, but its log starts at position %d."
                                .formatted(saved, log.firstPosition()));
        }
        if (log.committedPosition() < snapshots.witnessed())
            throw refused("A snapshot of the engine knows of position %d, but its log holds positions %d to %d."
                    .formatted(snapshots.witnessed(), log.firstPosition(), log.committedPosition()));
    }

    private EngineFolderRefused refused(String sentence) {
        var flaws = String.join(". ", snapshots.flaws());
        return new EngineFolderRefused(sentence + (flaws.isEmpty() ? "" : " " + flaws + ".") + ADVICE);
    }
}
