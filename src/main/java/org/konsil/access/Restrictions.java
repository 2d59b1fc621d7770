package org.konsil.access;

import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/**
 * Cases whose use is restricted (GDPR Art. 18): kept, but shared no further; nobody but the home provider works on them.
 * The rights of others rest while it lasts, also of those who are let in meanwhile.
 */
public interface Restrictions {

    boolean isRestricted(CaseId caseId);

    /** Whether this person is kept from the case by its restriction: everybody but the home provider's own people. */
    boolean keepsOut(CaseId caseId, Person person, String homeProvider);

    /** From now on; twice is once. Runs in the caller's transaction and leaves its audit entry. */
    void restrict(CaseId caseId, Actor by);

    /** @return whether it was restricted */
    boolean lift(CaseId caseId, Actor by);
}
