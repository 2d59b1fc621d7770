package org.konsil.access;

import org.konsil.kernel.Refusal;

/** Nobody shuts their own account. */
class OwnAccount extends Refusal {

    OwnAccount() {
        super(Kind.CONFLICT, "own-account", "Nobody shuts their own account");
    }
}
