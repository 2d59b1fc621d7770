package org.konsil.desk.events;

import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;

/** Knows whether a controller keeps what it has of a case, told by whoever erases it (GDPR Art. 17). */
public interface CopiesKept {

    /** False once its controller has decided to erase it, also while that is being done. */
    boolean isKept(CaseId caseId, Controller controller);
}
