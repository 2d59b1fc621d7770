package org.konsil.models;

import java.util.Collection;
import org.konsil.access.Person;
import org.konsil.kernel.Group;
import org.konsil.process.ProcessFile;

/** Which files are whose: the owner of a country has those whose id ends in it, {@code domestic-no}; owner:all has all. */
final class Slice {

    private static final String OWNER = "owner";

    private Slice() {}

    /** @throws NotYourFile if the person owns one of them not */
    static void requireOwn(Person person, Collection<ProcessFile> files) {
        files.stream().filter(file -> !owns(person, file)).findFirst().ifPresent(file -> {
            throw new NotYourFile(file.name());
        });
    }

    private static boolean owns(Person person, ProcessFile file) {
        return person.groups().stream()
                .filter(group -> group.role().equals(OWNER))
                .map(Group::scope)
                .anyMatch(scope -> scope.equals("all") || file.id().endsWith("-" + scope));
    }
}
