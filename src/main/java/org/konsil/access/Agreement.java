package org.konsil.access;

import org.konsil.kernel.CaseId;

/** What the patient has agreed to, asked at the moment of each reading. Answered by the module that keeps the consents. */
public interface Agreement {

    /** Whether this holder (a user, or a group written role:scope) may still see the case in this relation. */
    boolean covers(CaseId caseId, Relation relation, String holder);
}
