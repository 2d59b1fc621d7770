package org.konsil.indicators;

import org.jspecify.annotations.Nullable;

/** A number and from how many cases it comes; null where there is nothing to count from. */
record Figure(@Nullable Double value, int cases) {

    /** Fewer cases than this are not told to the outside. */
    static final int LEAST = 5;

    /** Nobody could be found behind it: no case at all, or enough of them. */
    boolean isLarge() {
        return cases == 0 || cases >= LEAST;
    }
}
