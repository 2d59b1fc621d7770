package org.konsil.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseTokens;
import org.konsil.directory.Directory;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Component;

/** What a person brings along for a case: the branch of medicine that it is about, and having worked on it before. */
@Component
class Skills {

    /**
     * The cases that fit somebody.
     *
     * @param expertise those with a disease on a branch of theirs, as far as they may read what is clinical
     * @param worked those of which they have had work in hand
     */
    record Fit(Set<CaseId> expertise, Set<CaseId> worked) {}

    private final Directory directory;
    private final CaseTokens tokens;
    private final Participation participation;
    private final Access access;

    Skills(Directory directory, CaseTokens tokens, Participation participation, Access access) {
        this.directory = directory;
        this.tokens = tokens;
        this.participation = participation;
        this.access = access;
    }

    Fit of(Person person, Collection<CaseId> cases) {
        var expertise = tokens.onBranches(cases, works(person.userId())).stream()
                .filter(caseId -> access.may(person, caseId, Right.READ_CLINICAL))
                .collect(Collectors.toSet());
        return new Fit(expertise, participation.of(person.userId(), cases));
    }

    private Set<String> works(String userId) {
        return directory.branchesOf(List.of(userId)).getOrDefault(userId, Set.of());
    }
}
