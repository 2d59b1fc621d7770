package org.konsil.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Decides from the grants. */
@Component
class GrantedAccess implements Access {

    private final Accounts accounts;
    private final CaseGrants grants;
    private final Audit audit;

    GrantedAccess(Accounts accounts, CaseGrants grants, Audit audit) {
        this.accounts = accounts;
        this.grants = grants;
        this.audit = audit;
    }

    @Override
    public Person current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new NotSignedIn();
        }
        return person(authentication.getName())
                .map(person -> Authorities.narrowed(person, authentication))
                .orElseThrow(NotSignedIn::new);
    }

    @Override
    public Optional<Person> person(String userId) {
        return accounts.find(userId).filter(Account::active).map(Account::person);
    }

    @Override
    public List<Person> holders(Group group) {
        return accounts.holders(group);
    }

    @Override
    public boolean maySee(Person person, CaseId caseId) {
        return grants.anyNow(caseId, holderNames(person));
    }

    @Override
    public void requireSee(Person person, CaseId caseId) {
        if (!maySee(person, caseId)) {
            audit.recordApart(Entry.refused(person.actor(), "case-read", caseId, "no-grant"));
            throw new UnknownCase(caseId);
        }
    }

    @Override
    public Set<String> holderNames(Person person) {
        var names = new HashSet<String>();
        names.add(person.userId());
        person.groups().forEach(group -> names.add(group.toString()));
        return names;
    }

    @Override
    public boolean mayWork(Person person, Collection<String> candidateGroups, @Nullable String assignee) {
        if (assignee != null && !assignee.isBlank()) {
            return assignee.equals(person.userId());
        }
        var held = holderNames(person);
        return candidateGroups.stream().anyMatch(held::contains);
    }
}
