package org.konsil.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Refusal;

/** The work list says no. */
final class ItemRefused extends Refusal {

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

    static ItemRefused yoursAlready() {
        return new ItemRefused(Kind.CONFLICT, "task-yours-already", "The task is in these hands already");
    }

    /** Only those who follow the case set its priorities and dates, and remind. */
    static ItemRefused notToSteer() {
        return new ItemRefused(Kind.FORBIDDEN, "task-not-to-steer", "The person does not follow the case");
    }

    static ItemRefused noClock() {
        return new ItemRefused(Kind.CONFLICT, "task-no-clock", "No clock runs for the task");
    }

    static ItemRefused datePassed() {
        return new ItemRefused("task-date-passed", "The date is over", new Field("/due", "today or later"));
    }

    static ItemRefused priority(int most) {
        return new ItemRefused("task-priority", "A priority is 0 to " + most, new Field("/priority", "0 to " + most));
    }

    static ItemRefused remindedLately(long hours) {
        return new ItemRefused(
                Kind.CONFLICT, "task-reminded-lately", "Reminded within the last " + hours + " hours", hours);
    }

    static ItemRefused tooMany(int most) {
        return new ItemRefused("bulk-size", "1 to " + most + " tasks at once", new Field("/task", "1 to " + most));
    }

    static ItemRefused tooManyViews(int most) {
        return new ItemRefused(Kind.CONFLICT, "views-full", "Up to " + most + " views", most);
    }

    static ItemRefused viewNameTaken(String name) {
        return new ItemRefused(Kind.CONFLICT, "view-name-taken", "Another view has this name", name);
    }

    static ItemRefused viewKeptAlready() {
        return new ItemRefused(Kind.CONFLICT, "view-kept-already", "The same list is kept for the same people already");
    }

    static ItemRefused unknownView() {
        return new ItemRefused(Kind.UNKNOWN, "view-unknown", "No view of this person");
    }

    static ItemRefused nameTooLong(int most) {
        var field = new Field("/name", "up to " + most + " characters");
        return new ItemRefused("view-name-too-long", "A name has up to " + most + " characters", field);
    }

    static ItemRefused actedSince() {
        return new ItemRefused(Kind.CONFLICT, "bulk-acted-since", "Somebody has acted on the task since");
    }

    static ItemRefused nothingToUndo() {
        return new ItemRefused(Kind.CONFLICT, "bulk-not-undoable", "Too late, undone already, or not this person's");
    }

    static ItemRefused noteTooLong(int most) {
        var field = new Field("/note", "up to " + most + " characters");
        return new ItemRefused("note-too-long", "A note has up to " + most + " characters", field);
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
