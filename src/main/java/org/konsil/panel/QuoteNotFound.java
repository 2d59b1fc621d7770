package org.konsil.panel;

import java.util.List;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** Nobody is quoted with words that they did not write. */
final class QuoteNotFound extends Refusal {

    QuoteNotFound(CaseId caseId) {
        super(Kind.INVALID, "panel-quote-not-found", "The quotation is not in the message, case " + caseId, List.of());
    }
}
