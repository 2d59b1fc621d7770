package org.konsil.panel.expertise;

import org.konsil.kernel.Refusal;

/** An expertise that is not kept. */
final class ExpertiseRefused extends Refusal {

    private ExpertiseRefused(Kind kind, String code) {
        super(kind, code, code);
    }

    /** Neither one's own nor that of an expert of one's network; or there is no such expert. */
    static ExpertiseRefused notYours() {
        return new ExpertiseRefused(Kind.UNKNOWN, "expertise-unknown");
    }

    /** Somebody has changed it since it was read. */
    static ExpertiseRefused changed() {
        return new ExpertiseRefused(Kind.CONFLICT, "expertise-changed");
    }

    /** No discipline: something else than words. */
    static ExpertiseRefused discipline() {
        return new ExpertiseRefused(Kind.INVALID, "expertise-discipline");
    }

    /** None, too many, or one that is none. */
    static ExpertiseRefused languages() {
        return new ExpertiseRefused(Kind.INVALID, "expertise-languages");
    }

    /** One that is no branch of Orphanet's classification. */
    static ExpertiseRefused branches() {
        return new ExpertiseRefused(Kind.INVALID, "expertise-branches");
    }

    /** A disease that is not known, or not the only one of this name. */
    static ExpertiseRefused disease() {
        return new ExpertiseRefused(Kind.INVALID, "expertise-disease");
    }
}
