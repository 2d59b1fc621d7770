package org.konsil.worklist;

import java.util.Set;
import org.konsil.access.CaseRestricted;
import org.konsil.access.Person;
import org.konsil.access.Restrictions;
import org.konsil.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/**
 * While the use of a case is restricted, only the home provider's people work on it, and hand nothing to others. What answers
 * the patient's requests goes on.
 */
@Component
class Restraint {

    /** Processes that answer what the patient asks for. */
    private static final Set<String> RIGHTS = Set.of("data-subject-request", "retention-review");

    /** Forms by which the home provider hands something to others. */
    private static final Set<String> SHARING =
            Set.of("confirm-network", "supply-information", "abroad-application", "exhaustion-waiver");

    private final Restrictions restrictions;
    private final CaseFiles cases;

    Restraint(Restrictions restrictions, CaseFiles cases) {
        this.restrictions = restrictions;
        this.cases = cases;
    }

    static boolean isOnRights(WorkItem item) {
        return RIGHTS.contains(item.processId());
    }

    /** @throws CaseRestricted if the case is restricted and this is not for this person to do now */
    void require(WorkItem item, Person person) {
        if (isOnRights(item) || !restrictions.isRestricted(item.caseId())) {
            return;
        }
        var provider = cases.summary(item.caseId()).provider();
        if (SHARING.contains(item.formId()) || restrictions.keepsOut(item.caseId(), person, provider)) {
            throw new CaseRestricted(item.caseId());
        }
    }
}
