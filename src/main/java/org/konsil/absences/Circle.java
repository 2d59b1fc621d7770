package org.konsil.absences;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Expert;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.springframework.stereotype.Component;

/** For whom somebody may say that they are away, and who could stand in. */
@Component
class Circle {

    private static final List<String> OF_A_NETWORK = List.of("dispatcher", "coordinator", "lead", "expert");

    /** Somebody, with the name to show. */
    record Who(String userId, String name) {}

    private final Access access;
    private final Directory directory;

    Circle(Access access, Directory directory) {
        this.access = access;
        this.directory = directory;
    }

    /** Themselves first, then the people of the networks that they coordinate, by name. */
    List<Who> people(Person reader) {
        var networks = reader.groups().stream()
                .filter(group -> group.role().equals("coordinator"))
                .map(Group::scope)
                .toList();
        var staff = networks.stream()
                .flatMap(network -> OF_A_NETWORK.stream()
                        .flatMap(role -> access.holders(new Group(role, network)).stream())
                        .map(Circle::who));
        var experts = networks.stream()
                .flatMap(network -> directory.expertsOf(NetworkId.of(network)).stream())
                .map(Circle::who);
        return Stream.concat(Stream.of(who(reader)), sorted(Stream.concat(staff, experts)))
                .filter(distinct())
                .toList();
    }

    /** Of whoever is of one of the same groups, or an expert of the same network, without the person; by name. */
    List<Who> deputies(String userId) {
        return deputies(List.of(userId)).stream()
                .filter(who -> !who.userId().equals(userId))
                .toList();
    }

    /** All who could stand in for one of these. */
    List<Who> deputies(Collection<String> people) {
        var groups = people.stream()
                .flatMap(userId -> access.person(userId).stream())
                .flatMap(person -> person.groups().stream())
                .collect(Collectors.toSet());
        var networks = people.stream()
                .flatMap(userId -> directory.expert(userId).stream())
                .flatMap(expert -> Optional.ofNullable(expert.network()).stream())
                .collect(Collectors.toSet());
        var colleagues =
                groups.stream().flatMap(group -> access.holders(group).stream()).map(Circle::who);
        var experts = networks.stream()
                .flatMap(network -> directory.expertsOf(network).stream())
                .map(Circle::who);
        return sorted(Stream.concat(colleagues, experts)).filter(distinct()).toList();
    }

    String name(String userId) {
        return access.person(userId)
                .map(Person::displayName)
                .or(() -> directory.expert(userId).map(Expert::name))
                .orElse(userId);
    }

    private static Stream<Who> sorted(Stream<Who> all) {
        return all.sorted(Comparator.comparing(Who::name).thenComparing(Who::userId));
    }

    /** By user id: an account and the directory may write a name in two ways. */
    private static Predicate<Who> distinct() {
        Set<String> seen = new HashSet<>();
        return who -> seen.add(who.userId());
    }

    private static Who who(Person person) {
        return new Who(person.userId(), person.displayName());
    }

    private static Who who(Expert expert) {
        return new Who(expert.userId(), expert.name());
    }
}
