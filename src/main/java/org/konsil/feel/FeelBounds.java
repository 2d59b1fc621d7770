package org.konsil.feel;

/**
 * The bounds of all expressions in this program. The interpreter of FEEL has none of its own, so it is woven with them as it is loaded; an
 * expression that passes one fails like any other that is wrong.
 */
public final class FeelBounds {

    /** Items that a range, a loop's list or a function's argument may have. */
    static final int MOST_ITEMS = 100_000;

    /** Characters that a text may have. */
    static final int LONGEST_TEXT = 1_000_000;

    /** Digits that a number may need, before or behind the point. */
    static final int MOST_DIGITS = 10_000;

    static {
        new Weaver(FeelBounds.class.getClassLoader()).weave();
    }

    private FeelBounds() {}

    /** To be called before the first expression is read. @throws IllegalStateException if FEEL is in use already, without bounds */
    public static void putInForce() {
        // whoever comes here has loaded this class
    }

    /**
     * All expressions until the turn is closed, on this thread, share one allowance; a turn within a turn is part of it. To be opened around
     * what may evaluate many: a command of the engine, a decision with its tables, a form.
     */
    public static Turn turn() {
        return Turn.begin();
    }
}
