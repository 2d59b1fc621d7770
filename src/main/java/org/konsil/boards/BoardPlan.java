package org.konsil.boards;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a network says of its board.
 *
 * @param name null for the network's only board, which needs none
 * @param slots how many cases a session has time for, 1 to 30
 * @param slotMinutes the time of each, 5 to 120 minutes
 * @param place a room; null where there is none
 * @param videoLink where people meet, an address of somebody else's that begins with https; null where there is none
 * @param fillDays so many days before a session its agenda begins to fill itself, 0 to 60; 0 is never
 */
record BoardPlan(
        @Nullable String name,
        Rhythm rhythm,
        int slots,
        int slotMinutes,
        @Nullable String place,
        @Nullable String videoLink,
        int fillDays) {

    private static final int MOST_SLOTS = 30;
    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 120;
    private static final int LONGEST_LINK = 500;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PLACE = 200;
    static final int MOST_DAYS = 60;

    /** @throws BoardRefused if it has no time for a case, its link is not safe, or its name or place is too long */
    BoardPlan {
        name = stripped(name);
        place = stripped(place);
        videoLink = stripped(videoLink);
        if (slots < 1 || slots > MOST_SLOTS || slotMinutes < LEAST_MINUTES || slotMinutes > MOST_MINUTES) {
            throw BoardRefused.noSlots();
        }
        if (videoLink != null && !isSafe(videoLink)) {
            throw BoardRefused.noLink();
        }
        if (isLonger(name, LONGEST_NAME) || isLonger(place, LONGEST_PLACE) || fillDays < 0 || fillDays > MOST_DAYS) {
            throw BoardRefused.noPlan();
        }
    }

    private static @Nullable String stripped(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static boolean isLonger(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    private static boolean isSafe(String link) {
        try {
            var address = new URI(link);
            return link.length() <= LONGEST_LINK
                    && "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
