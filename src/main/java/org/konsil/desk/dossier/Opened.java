package org.konsil.desk.dossier;

import org.konsil.access.Person;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.CaseId;

/** A case that a reader may see, with how much of it; that it was opened stands in the history. */
public record Opened(CaseSummary about, Person reader, Sight sight) {

    public CaseId caseId() {
        return about.caseId();
    }
}
