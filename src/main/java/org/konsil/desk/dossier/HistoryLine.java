package org.konsil.desk.dossier;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Entry.Outcome;
import org.konsil.audit.Recorded;

/**
 * One thing that happened, in words.
 *
 * @param who the person's name, or the service's own
 * @param what a sentence without a full stop
 * @param about where in the process, or what exactly; null if there is nothing to add
 * @param why the reason, if one was given
 */
public record HistoryLine(
        Recorded recorded,
        String who,
        String what,
        @Nullable String about,
        @Nullable String why) {

    /** Something is otherwise than before: nobody only looked, and nothing was refused. */
    public boolean isChange() {
        return recorded.entry().outcome() == Outcome.DONE
                && !isReading(recorded.entry().action());
    }

    private static boolean isReading(String action) {
        return action.endsWith("-read") || action.equals("task-opened");
    }

    /** Done, or not: {@code done}, {@code refused}, {@code failed}. */
    public String outcome() {
        return recorded.entry().outcome().name().toLowerCase(Locale.ROOT);
    }
}
