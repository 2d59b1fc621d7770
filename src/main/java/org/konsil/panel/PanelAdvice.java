package org.konsil.panel;

import java.util.List;
import org.konsil.kernel.NetworkId;

/**
 * What the tables advise for a panel that is to be convened, asked once for all that is said of it.
 *
 * @param networks that take part, the one that leads first
 * @param disciplines what the table {@code panel-composition} asks of each of them, together
 * @param minimum the fewest experts to invite, by the table {@code panel-minimum}
 * @param quorum how many opinions are enough, by the table {@code panel-quorum}
 */
record PanelAdvice(List<NetworkId> networks, List<String> disciplines, int minimum, int quorum) {

    PanelAdvice {
        networks = List.copyOf(networks);
        disciplines = List.copyOf(disciplines);
    }

    NetworkId leading() {
        return networks.getFirst();
    }

    /** One more than the quorum, and not fewer than the least number. */
    int seats() {
        return Math.max(minimum, quorum + 1);
    }
}
