package org.konsil.overview;

import org.konsil.kernel.Refusal;

/** The figures of another network or country. */
class NotYourOverview extends Refusal {

    private static final long serialVersionUID = 1;

    NotYourOverview() {
        super(Kind.FORBIDDEN, "overview-not-yours", "The overview of another network or country");
    }
}
