package org.konsil.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Refusal;

/** The work list says no. */
public final class ItemRefused extends Refusal {

    private ItemRefused(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    private ItemRefused(String code, String message, Field field) {
        super(Kind.INVALID, code, message, List.of(field));
    }

    /** There is no such task, or not for this person to know of. */
    static ItemRefused unknown(long taskKey) {
        return new ItemRefused(Kind.UNKNOWN, "task-unknown", "No task " + taskKey, Long.toString(taskKey));
    }

    static ItemRefused takenBy(@Nullable String assignee) {
        return new ItemRefused(
                Kind.CONFLICT, "task-taken", "The task is in the hands of " + assignee, String.valueOf(assignee));
    }

    static ItemRefused notYours() {
        return new ItemRefused(Kind.CONFLICT, "task-not-yours", "Only who has claimed the task can let go of it");
    }

    static ItemRefused reserved() {
        return new ItemRefused(Kind.CONFLICT, "task-reserved", "The process names the one person for this task");
    }

    static ItemRefused done(@Nullable String by) {
        return new ItemRefused(Kind.CONFLICT, "task-done", "The task was completed by " + by, String.valueOf(by));
    }

    static ItemRefused canceled() {
        return new ItemRefused(Kind.CONFLICT, "task-canceled", "The process needs this task no longer");
    }

    static ItemRefused changed(int seen, int now) {
        return new ItemRefused(
                Kind.CONFLICT, "task-changed", "Version " + seen + " was seen, it is " + now + " now", seen, now);
    }

    static ItemRefused size(int most) {
        var field = new Field("/size", "1 to " + most);
        return new ItemRefused("filter-not-understood", "A page has 1 to " + most + " items", field);
    }

    static ItemRefused cannotWork(String userId) {
        var field = new Field("/to", userId + " may not work this task");
        return new ItemRefused("task-not-for-them", "The task cannot be handed to " + userId, field);
    }

    static ItemRefused filter(String name, String value) {
        var field = new Field("/" + name, "'" + shortened(value) + "' is not understood");
        return new ItemRefused("filter-not-understood", "The filter " + name + " is not understood", field);
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 77) + "...";
    }
}
