package org.konsil.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.konsil.kernel.Group;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a signed-in person holds, in Spring Security's words: their roles for the doors, their groups for what is behind. */
final class Authorities {

    private static final String ROLE = "ROLE_";
    private static final String GROUP = "GROUP_";

    private Authorities() {}

    static List<GrantedAuthority> of(Collection<Group> groups) {
        var names = new LinkedHashSet<String>();
        groups.forEach(group -> {
            names.add(ROLE + group.role().toUpperCase(Locale.ROOT));
            names.add(GROUP + group);
        });
        return names.stream().<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
    }

    static Set<Group> groups(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null && name.startsWith(GROUP))
                .map(name -> Group.of(name.substring(GROUP.length())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** No more than what this sign-in or this token says, and no more than what the account holds now. */
    static Person narrowed(Person person, Authentication who) {
        var said = groups(who);
        if (said.isEmpty() || said.containsAll(person.groups())) {
            return person;
        }
        var both = person.groups().stream().filter(said::contains).collect(Collectors.toUnmodifiableSet());
        return new Person(person.userId(), person.displayName(), person.country(), person.provider(), both);
    }
}
