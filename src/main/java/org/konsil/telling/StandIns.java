package org.konsil.telling;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.konsil.absences.Absences;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.Group;
import org.springframework.stereotype.Component;

/** Who hears of work besides those whose it is: the deputies of those who are away today. */
@Component
class StandIns {

    private final Absences absences;
    private final Access access;

    StandIns(Absences absences, Access access) {
        this.absences = absences;
        this.access = access;
    }

    /** For the people among these; whoever is of a group that has work on offer leaves it to the others of the group. */
    List<String> of(Collection<String> holders) {
        return holders.stream()
                .filter(holder -> !holder.contains(":"))
                .flatMap(holder -> absences.deputyOf(holder).stream())
                .distinct()
                .toList();
    }

    /** As {@link #of}, and for the people of each group, where all of them may be away. */
    List<String> ofEverybody(Collection<String> holders) {
        var people = holders.stream()
                .filter(holder -> holder.contains(":"))
                .flatMap(group -> access.holders(Group.of(group)).stream().map(Person::userId));
        return of(Stream.concat(holders.stream(), people).toList());
    }
}
