package org.konsil.boards;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.NetworkId;

/**
 * A network's regular board.
 *
 * @param slots how many cases a session has time for, 1 to 30
 * @param slotMinutes the time of each, 5 to 120 minutes
 * @param videoLink where people meet, an address of somebody else's that begins with https; null where there is none
 */
record Board(
        UUID id,
        NetworkId network,
        Rhythm rhythm,
        int slots,
        int slotMinutes,
        @Nullable String videoLink,
        boolean isClosed) {

    private static final int MOST_SLOTS = 30;
    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 120;
    private static final int LONGEST_LINK = 500;

    /** @throws BoardRefused if it has no time for a case, or its link is not safe */
    Board {
        if (slots < 1 || slots > MOST_SLOTS || slotMinutes < LEAST_MINUTES || slotMinutes > MOST_MINUTES) {
            throw BoardRefused.noSlots();
        }
        if (videoLink != null && !isSafe(videoLink)) {
            throw BoardRefused.noLink();
        }
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
