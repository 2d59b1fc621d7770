package org.konsil.panel;

import org.konsil.kernel.Refusal;

/** Fewer experts were chosen than the quorum asks for. */
final class TooFewExperts extends Refusal {

    TooFewExperts(int chosen, int quorum) {
        super(Kind.INVALID, "panel-too-few-experts", chosen + " of " + quorum + " experts", chosen, quorum);
    }
}
