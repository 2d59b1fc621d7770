package org.konsil.panel;

import org.konsil.kernel.Refusal;

/** The outcome cannot be drafted before the quorum has given opinions. */
final class TooFewOpinions extends Refusal {

    TooFewOpinions(long given, int quorum) {
        super(Kind.CONFLICT, "panel-too-few-opinions", given + " of " + quorum + " opinions", given, quorum);
    }
}
