package org.konsil.abroad;

import org.konsil.kernel.Refusal;

/** Who does not decide on funding enters a decision only from the letter of the body that did. */
public final class LetterMissing extends Refusal {

    LetterMissing() {
        super(
                Kind.CONFLICT,
                "funding-letter-missing",
                "No letter was added since the application or the last decision");
    }
}
