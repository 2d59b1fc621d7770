package org.konsil.engine.state;

import io.camunda.zeebe.snapshots.PersistedSnapshot;
import java.util.Optional;
import org.konsil.engine.log.SegmentedLog;

/** Refuses to start on a log and a snapshot that do not belong together. */
public final class LogAndSnapshot {

    private static final String ADVICE =
            " Restore the engine's folder and the database from the same backup; do not delete single files.";

    private LogAndSnapshot() {}

    /** Throws {@link EngineFolderRefused} when the log does not begin where the snapshot ends, or ends before it. */
    public static void check(SegmentedLog log, Optional<PersistedSnapshot> snapshot) {
        if (snapshot.isEmpty()) {
            if (log.firstPosition() > 1)
                throw new EngineFolderRefused(
                        "The engine's log starts at position %d and no snapshot covers what came before."
                                        .formatted(log.firstPosition())
                                + ADVICE);
            return;
        }
        long saved = snapshot.get().getMetadata().processedPosition();
        long known = snapshot.get().getMetadata().lastFollowupEventPosition();
        if (log.firstPosition() > saved + 1 || log.committedPosition() < Math.max(saved, known))
            throw new EngineFolderRefused(
                    "The engine's snapshot is of position %d, but its log holds positions %d to %d."
                                    .formatted(Math.max(saved, known), log.firstPosition(), log.committedPosition())
                            + ADVICE);
    }
}
