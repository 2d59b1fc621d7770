package org.konsil.absences;

import org.konsil.kernel.Refusal;

/** An absence that is not taken. */
final class AbsenceRefused extends Refusal {

    private AbsenceRefused(Kind kind, String code) {
        super(kind, code, code);
    }

    /** The days lie in the past, are the wrong way round, or more than two years. */
    static AbsenceRefused days() {
        return new AbsenceRefused(Kind.INVALID, "absence-days");
    }

    /** The deputy has no group in common with the person, and is no expert of the same network. */
    static AbsenceRefused deputy() {
        return new AbsenceRefused(Kind.INVALID, "absence-deputy");
    }

    /** Neither one's own nor that of somebody of the network that one coordinates; or there is no such absence. */
    static AbsenceRefused notYours() {
        return new AbsenceRefused(Kind.UNKNOWN, "absence-unknown");
    }
}
