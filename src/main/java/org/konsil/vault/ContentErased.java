package org.konsil.vault;

import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** The content was erased: its key was destroyed and nobody can read it again. */
public class ContentErased extends Refusal {

    public ContentErased(CaseId caseId, Controller controller) {
        super(Kind.UNKNOWN, "content-erased", "The " + controller + " content of case " + caseId + " was erased");
    }
}
