package org.konsil.boards;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.NetworkId;

/**
 * A network's regular board.
 *
 * @param version grows with each change
 */
record Board(UUID id, NetworkId network, BoardPlan plan, int version, boolean isClosed) {

    Rhythm rhythm() {
        return plan.rhythm();
    }

    int slots() {
        return plan.slots();
    }

    int slotMinutes() {
        return plan.slotMinutes();
    }

    @Nullable
    String videoLink() {
        return plan.videoLink();
    }
}
