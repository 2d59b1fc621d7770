package org.konsil.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;

/** A signed-in person and what they hold: groups such as {@code clinician:hus}; the roles are those of the groups. */
public record Person(
        String userId,
        String displayName,
        @Nullable Country country,
        @Nullable String provider,
        Set<Group> groups) {

    public Actor actor() {
        return Actor.of(userId);
    }

    /** The roles of the groups. */
    public Set<String> roles() {
        return groups.stream().map(Group::role).collect(Collectors.toUnmodifiableSet());
    }

    public boolean holds(String role) {
        return groups.stream().anyMatch(group -> group.role().equals(role));
    }

    public boolean isIn(Group group) {
        return groups.contains(group);
    }
}
