package org.konsil.access;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;

/** The reader may know of the case, but not do this with it. */
public class NotForYou extends Refusal {

    NotForYou(CaseId caseId, Right right) {
        super(Kind.FORBIDDEN, "not-for-you", right + " on case " + caseId + " is not for this person");
    }
}
