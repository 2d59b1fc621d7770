package org.konsil.domestic;

import org.konsil.kernel.Refusal;

/** Whoever asked for a waiver cannot approve it: four eyes. */
public final class SamePerson extends Refusal {

    SamePerson() {
        super(Kind.CONFLICT, "same-person", "The waiver was asked for by the same person");
    }
}
