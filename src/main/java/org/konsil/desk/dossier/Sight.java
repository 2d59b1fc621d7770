package org.konsil.desk.dossier;

import org.konsil.access.Person;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.Group;

/** How much of a case a reader sees. */
public enum Sight {
    /** The home provider's clinicians: everything, the patient's identity included. */
    HOME,
    /** Whoever was asked to help: the pseudonymised case. */
    INVOLVED,
    /** Auditors: what happened, nothing clinical. */
    WATCHING;

    static Sight of(Person person, CaseSummary about) {
        return person.isIn(new Group("clinician", about.provider())) ? HOME : INVOLVED;
    }

    public boolean clinical() {
        return this != WATCHING;
    }

    public boolean identity() {
        return this == HOME;
    }
}
