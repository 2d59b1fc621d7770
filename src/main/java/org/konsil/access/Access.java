package org.konsil.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/** The one place that decides who may see and do what. Everything not allowed here is refused. */
public interface Access {

    /** The person behind the present request. @throws NotSignedIn if there is none */
    Person current();

    Optional<Person> person(String userId);

    /** All people who hold a group ({@code expert:epicare}); for choosing and for telling. */
    java.util.List<Person> holders(org.konsil.kernel.Group group);

    /** The person may open this case now. */
    boolean maySee(Person person, CaseId caseId);

    /** @throws UnknownCase if the person may not know of the case; the refusal is audited */
    void requireSee(Person person, CaseId caseId);

    /** The cases that the person may see, as a filter for lists: the holders (user and groups) that a grant may name. */
    Set<String> holderNames(Person person);

    /** May take or work a task with these candidate groups or this assignee. */
    boolean mayWork(Person person, Collection<String> candidateGroups, @Nullable String assignee);
}
