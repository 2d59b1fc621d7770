package org.konsil.registry;

import org.konsil.kernel.Refusal;

/** Data for a registry are for the coordinators of the network whose registry it is. */
final class NotYourNetwork extends Refusal {

    NotYourNetwork(String network) {
        super(Kind.FORBIDDEN, "registry-not-yours", "Not a coordinator of " + network, network);
    }
}
