package org.konsil.engine.core;

import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses new work before the disk is full, and when the database of the searches lacks too much of the log. What was begun may be finished a
 * little longer, because finished work needs no room for long.
 */
final class Bounds {

    private static final Set<ValueType> FINISHING = EnumSet.of(
            ValueType.JOB,
            ValueType.JOB_BATCH,
            ValueType.USER_TASK,
            ValueType.INCIDENT,
            ValueType.VARIABLE_DOCUMENT,
            ValueType.PROCESS_INSTANCE);

    private record Refusal(String sentence, boolean ofEverything) {}

    private final Path folder;
    private final long leastFree;
    private final long longestLag;
    private volatile @Nullable Refusal refusal;

    Bounds(CoreSettings settings) {
        folder = settings.folder();
        leastFree = settings.leastFree();
        longestLag = settings.longestLag();
    }

    /** Takes note of how many bytes the disk has left, and how many bytes of log the database lacks; to be called at short intervals. */
    void look(long free, long lag) {
        if (free < leastFree) refusal = new Refusal(shortOfRoom(free), free < leastFree / 2);
        else if (lag > longestLag) refusal = new Refusal(behind(lag), lag - longestLag > longestLag / 4);
        else refusal = null;
    }

    /** Why the command cannot be taken now, if so. */
    Optional<EngineBusy> objection(Command command) {
        var now = refusal;
        if (command.intent() == JobIntent.YIELD) return Optional.empty(); // what a worker cannot take goes back
        if (now == null || FINISHING.contains(command.valueType()) && !now.ofEverything) return Optional.empty();
        return Optional.of(new EngineBusy(now.sentence));
    }

    /** What to look after, if anything is refused. */
    Optional<String> complaint() {
        return Optional.ofNullable(refusal).map(Refusal::sentence);
    }

    private String shortOfRoom(long free) {
        return "Only %d MB are free for the engine's folder %s. Below %d MB no new work is begun, below half of that none is finished either: make room."
                .formatted(free >> 20, folder.toAbsolutePath(), leastFree >> 20);
    }

    private String behind(long lag) {
        return "The database of the searches lacks %d MB of the engine's log, konsil.engine-settings.longest-lag allows %d MB: no new work is begun until it has caught up. Look after the database."
                .formatted(lag >> 20, longestLag >> 20);
    }
}
