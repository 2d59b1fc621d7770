package org.konsil.desk.dossier;

import java.util.Set;
import org.konsil.access.Person;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;

/** A case that a reader may see, with what they may do with it; that it was opened stands in the history. */
public record Opened(CaseSummary about, Person reader, Set<Right> rights) {

    public Opened {
        rights = Set.copyOf(rights);
    }

    public CaseId caseId() {
        return about.caseId();
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }
}
