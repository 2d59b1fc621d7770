package org.konsil.routing;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Refusal;

/** Referral, record sharing and care do not all hold for this network: nothing may be shared with it. */
public final class ConsentMissing extends Refusal {

    ConsentMissing(CaseId caseId, NetworkId network) {
        super(Kind.CONFLICT, "consent-missing", "Case " + caseId + " has no consent for " + network, network.value());
    }
}
