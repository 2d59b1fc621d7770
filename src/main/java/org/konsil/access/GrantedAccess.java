package org.konsil.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Decides from the grants. */
@Component
class GrantedAccess implements Access {

    private final Accounts accounts;
    private final CaseGrants grants;
    private final ObjectProvider<Agreement> agreements;
    private final Restrictions restrictions;
    private final Audit audit;

    GrantedAccess(
            Accounts accounts,
            CaseGrants grants,
            ObjectProvider<Agreement> agreements,
            Restrictions restrictions,
            Audit audit) {
        this.accounts = accounts;
        this.grants = grants;
        this.agreements = agreements;
        this.restrictions = restrictions;
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
    public boolean may(Person person, Right right) {
        return !right.isOfACase() && Decisions.isConceivable(right, person.roles());
    }

    @Override
    public Set<Right> rights(Person person, CaseId caseId) {
        var rights = EnumSet.noneOf(Right.class);
        if (person.holds("auditor")) {
            rights.addAll(Relation.AUDITOR.rights());
        }
        var restricted = restrictions.isRestricted(caseId);
        for (var grant : grants.now(caseId, holderNames(person))) {
            Relation.of(grant.as(), grant.holder(), person)
                    .filter(relation -> relation.isFor(person.roles()))
                    .filter(relation -> !relation.restsOnConsent() || agreed(caseId, relation, grant.holder()))
                    .ifPresent(relation -> rights.addAll(restricted ? relation.resting() : relation.rights()));
        }
        return rights;
    }

    @Override
    public boolean may(Person person, CaseId caseId, Right right) {
        return rights(person, caseId).contains(right);
    }

    @Override
    public void require(Person person, CaseId caseId, Right right) {
        var rights = rights(person, caseId);
        if (!rights.contains(Right.KNOW)) {
            audit.recordApart(Entry.refused(person.actor(), "case-read", caseId, "no-grant"));
            throw new UnknownCase(caseId);
        }
        if (!rights.contains(right)) {
            throw new NotForYou(caseId, right);
        }
    }

    private boolean agreed(CaseId caseId, Relation relation, String holder) {
        return agreements.getObject().covers(caseId, relation, holder);
    }

    @Override
    public Set<String> holderNames(Person person) {
        var names = groupNames(person);
        if (Relation.isLetInByName(person.roles())) {
            names.add(person.userId());
        }
        return names;
    }

    private static Set<String> groupNames(Person person) {
        return person.groups().stream().map(Object::toString).collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public boolean mayWork(Person person, Collection<String> candidateGroups, @Nullable String assignee) {
        if (assignee != null && !assignee.isBlank()) {
            return assignee.equals(person.userId());
        }
        var held = groupNames(person);
        return candidateGroups.stream()
                .anyMatch(candidate -> held.contains(candidate) || candidate.equals(person.userId()));
    }
}
