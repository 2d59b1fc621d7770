package org.konsil.telling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a part of an open page shows; it is asked for anew when that has changed. */
enum Topic {
    /** Lists of work. */
    WORK,
    /** The page of one case. */
    CASE,
    /** What the panel of one case says. */
    PANEL,
    /** Who else has a task's form, or the minutes of a case, open. */
    DESK,
    /** The reader's own news. */
    NEWS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those named in a text; what is no topic is none. */
    static Set<Topic> named(String codes) {
        var named = List.of(codes.split("[ ,+]", -1));
        return Arrays.stream(values())
                .filter(topic -> named.contains(topic.code()))
                .collect(Collectors.toSet());
    }
}
