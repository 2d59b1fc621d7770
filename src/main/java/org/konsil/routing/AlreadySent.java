package org.konsil.routing;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** The request has gone to its network and cannot be changed any more. */
public final class AlreadySent extends Refusal {

    AlreadySent(CaseId caseId) {
        super(Kind.CONFLICT, "routing-already-sent", "The request of case " + caseId + " was sent already");
    }
}
