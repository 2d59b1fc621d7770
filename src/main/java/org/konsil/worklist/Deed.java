package org.konsil.worklist;

import java.util.Arrays;
import java.util.Locale;

/** What can be done with many tasks at once. */
enum Deed {
    CLAIM("task-claimed"),
    ASSIGN("task-delegated"),
    PRIORITY("task-prioritized"),
    DUE("task-dated"),
    REMIND("task-reminded");

    private final String action;

    Deed(String action) {
        this.action = action;
    }

    /** What the history calls it. */
    String action() {
        return action;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** It needs to be said whom, how much or when. */
    public boolean asks() {
        return this == ASSIGN || this == PRIORITY || this == DUE;
    }

    /** A reminder that was heard cannot be taken back. */
    boolean isUndoable() {
        return this != REMIND;
    }

    /** @throws ItemRefused if there is no such deed */
    static Deed of(String code) {
        return Arrays.stream(values())
                .filter(deed -> deed.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ItemRefused.filter("deed", code));
    }
}
