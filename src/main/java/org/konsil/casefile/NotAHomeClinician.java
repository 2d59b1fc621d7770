package org.konsil.casefile;

import org.konsil.kernel.Refusal;

/** Only clinicians register cases, each for their own provider. */
public class NotAHomeClinician extends Refusal {

    NotAHomeClinician() {
        super(Kind.FORBIDDEN, "not-a-home-clinician", "Only a clinician of a home provider registers a case");
    }
}
