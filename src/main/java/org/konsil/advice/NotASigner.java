package org.konsil.advice;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** Only those who were asked sign, once, and while the signing is open. */
public final class NotASigner extends Refusal {

    NotASigner(CaseId caseId) {
        super(Kind.FORBIDDEN, "advice-not-a-signer", "Not asked to sign, case " + caseId);
    }
}
