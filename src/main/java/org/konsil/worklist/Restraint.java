package org.konsil.worklist;

import java.util.Set;
import org.konsil.access.CaseRestricted;
import org.konsil.access.ConsentAwaited;
import org.konsil.access.Grants;
import org.konsil.access.Person;
import org.konsil.access.Restrictions;
import org.konsil.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/**
 * While the use of a case is restricted or its consent has run out, only the home provider's people work on it, and hand nothing to
 * others. What answers the patient's requests goes on.
 */
@Component
class Restraint {

    /** Processes that answer what the patient asks for. */
    private static final Set<String> RIGHTS = Set.of("data-subject-request", "retention-review");

    /** Forms by which the home provider hands something to others. */
    private static final Set<String> SHARING =
            Set.of("confirm-network", "supply-information", "abroad-application", "exhaustion-waiver");

    private final Restrictions restrictions;
    private final Grants grants;
    private final CaseFiles cases;

    Restraint(Restrictions restrictions, Grants grants, CaseFiles cases) {
        this.restrictions = restrictions;
        this.grants = grants;
        this.cases = cases;
    }

    static boolean isOnRights(WorkItem item) {
        return RIGHTS.contains(item.processId());
    }

    /**
     * @throws CaseRestricted if the case is restricted and this is not for this person to do now
     * @throws ConsentAwaited if the consent has run out, and this person is not of the home provider
     */
    void require(WorkItem item, Person person) {
        if (isOnRights(item)) {
            return;
        }
        var provider = cases.summary(item.caseId()).provider();
        if (!isOf(provider, person) && grants.isWaiting(item.caseId())) {
            throw new ConsentAwaited(item.caseId());
        }
        if (!restrictions.isRestricted(item.caseId())) {
            return;
        }
        if (SHARING.contains(item.formId()) || restrictions.keepsOut(item.caseId(), person, provider)) {
            throw new CaseRestricted(item.caseId());
        }
    }

    private static boolean isOf(String provider, Person person) {
        return person.groups().stream()
                .anyMatch(group -> group.scope().equals(provider)
                        && (group.role().equals("clinician") || group.role().equals("dpo")));
    }
}
