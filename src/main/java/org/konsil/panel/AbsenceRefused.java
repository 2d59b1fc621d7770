package org.konsil.panel;

import org.konsil.kernel.Refusal;

/** An absence that is not taken. */
public final class AbsenceRefused extends Refusal {

    private AbsenceRefused(Kind kind, String code) {
        super(kind, code, code);
    }

    /** The days lie in the past, are the wrong way round, or more than two years. */
    static AbsenceRefused wrongDays() {
        return new AbsenceRefused(Kind.INVALID, "panel-absence-days");
    }

    /** The deputy is no other expert of the same network. */
    static AbsenceRefused wrongDeputy() {
        return new AbsenceRefused(Kind.INVALID, "panel-absence-deputy");
    }

    /** Neither one's own nor that of an expert of one's network; or there is no such absence. */
    static AbsenceRefused notYours() {
        return new AbsenceRefused(Kind.UNKNOWN, "panel-absence-unknown");
    }
}
