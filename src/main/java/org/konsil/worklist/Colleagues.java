package org.konsil.worklist;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.springframework.stereotype.Component;

/** The people of one's groups. */
@Component
class Colleagues {

    private final Access access;

    Colleagues(Access access) {
        this.access = access;
    }

    /** By name, without the person. */
    List<Person> of(Person person) {
        return person.groups().stream()
                .flatMap(group -> access.holders(group).stream())
                .filter(other -> !other.userId().equals(person.userId()))
                .distinct()
                .sorted(Comparator.comparing(Person::displayName))
                .toList();
    }

    List<Person> andSelf(Person person) {
        return Stream.concat(Stream.of(person), of(person).stream()).toList();
    }
}
