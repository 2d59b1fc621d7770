package org.konsil.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lists of open work. Each shows only cases of which its reader may know at that moment. */
public enum Queue {
    /** What is in the reader's hands. */
    MINE,
    /** What nobody has, and the reader may take. */
    AVAILABLE,
    /** The work on cases in which the reader has a part, as far as it is theirs to know. */
    CASES,
    /** What others have in hand that was on offer to the reader's groups. */
    TEAM,
    /** All that the reader may know of: their own, their groups', and who is asked for what on the cases that they follow. */
    ALL,
    /** What the reader or theirs may open: in hand or on offer, taken or not. No page shows it; programs ask for it. */
    REACH;

    /** Those that have a page, in their order. */
    static List<Queue> shown() {
        return Arrays.stream(values()).filter(queue -> queue != REACH).toList();
    }

    /** @throws ItemRefused if there is no such list */
    static Queue of(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return REACH;
        }
        return shown().stream()
                .filter(queue -> queue.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ItemRefused.filter("list", code));
    }

    /** As addresses and message keys write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its page is. */
    public String path() {
        return this == MINE ? "/work" : "/work/" + code();
    }

    boolean follows() {
        return this == ALL || this == CASES;
    }
}
