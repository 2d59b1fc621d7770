package org.konsil.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;

/** The one place that decides who may see and do what. Everything not allowed here is refused. */
public interface Access {

    /** The person behind the present request. @throws NotSignedIn if there is none */
    Person current();

    Optional<Person> person(String userId);

    /** All people who hold a group ({@code expert:epicare}); for choosing and for telling. */
    java.util.List<Person> holders(org.konsil.kernel.Group group);

    /** A right of the house, which follows from the person's roles. */
    boolean may(Person person, Right right);

    /** All that the person may do with the case now; empty if they may not even know of it. */
    Set<Right> rights(Person person, CaseId caseId);

    /** Whether the person may do this with the case now. */
    boolean may(Person person, CaseId caseId, Right right);

    /**
     * Refusals are entries of the history.
     *
     * @throws UnknownCase if the person may not know of the case
     * @throws NotForYou if they may, but this is not theirs to do
     */
    void require(Person person, CaseId caseId, Right right);

    /** The cases that the person may see, as a filter for lists: the holders that a grant may name, which are groups and for some the user. */
    Set<String> holderNames(Person person);

    /** May take or work a task with these candidate groups or this assignee. */
    boolean mayWork(Person person, Collection<String> candidateGroups, @Nullable String assignee);
}
