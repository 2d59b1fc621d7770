package org.konsil.desk.events;

import org.konsil.kernel.Refusal;

/** The network has erased what it had of the case, so no panel of it can be called again. */
final class NetworkCopyErased extends Refusal {

    NetworkCopyErased() {
        super(Kind.CONFLICT, "network-copy-erased", "The network's copy of the case was erased");
    }
}
