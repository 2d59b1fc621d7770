package org.konsil.telling;

import java.util.Locale;

/** What a part of an open page shows; it is asked for anew when that has changed. */
enum Topic {
    /** Lists of work. */
    WORK,
    /** The page of one case. */
    CASE,
    /** What the panel of one case says. */
    PANEL,
    /** The reader's own news. */
    NEWS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
