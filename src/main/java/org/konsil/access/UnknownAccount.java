package org.konsil.access;

import org.konsil.kernel.Refusal;

/** Nobody has this account. */
class UnknownAccount extends Refusal {

    UnknownAccount(String userId) {
        super(Kind.UNKNOWN, "unknown-account", "No such account", userId);
    }
}
