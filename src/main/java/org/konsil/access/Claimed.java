package org.konsil.access;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;

/** Who somebody is as their provider says, in the house's words. */
record Claimed(
        String userId,
        String displayName,
        @Nullable Country country,
        @Nullable String organisation,
        Set<Group> groups,
        boolean machine) {

    /** The groups as one line, for the history. */
    String groupNames() {
        return groups.stream().map(Group::toString).sorted().collect(Collectors.joining(" "));
    }

    Claimed called(String name) {
        return new Claimed(userId, name, country, organisation, groups, machine);
    }

    boolean isLike(Person person) {
        return person.displayName().equals(displayName)
                && Objects.equals(person.country(), country)
                && Objects.equals(person.provider(), organisation)
                && person.groups().equals(groups);
    }
}
