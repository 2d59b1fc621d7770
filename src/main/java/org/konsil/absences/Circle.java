package org.konsil.absences;

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
        var others = networks(reader).flatMap(this::people);
        return Stream.concat(Stream.of(who(reader)), sorted(others))
                .filter(distinct())
                .toList();
    }

    /**
     * What a coordinator sees and ends of others: nothing that they arranged with somebody from outside the network, such as a colleague of
     * their hospital. One's own always.
     */
    Predicate<Absence> concerns(Person reader) {
        var networks = networks(reader).map(this::ids).toList();
        return absence -> absence.person().equals(reader.userId())
                || networks.stream()
                        .filter(people -> people.contains(absence.person()))
                        .anyMatch(people -> concerns(people, absence));
    }

    private static boolean concerns(Set<String> network, Absence absence) {
        var deputy = absence.deputy();
        var saidByAnother = !absence.recordedBy().equals(absence.person());
        return deputy == null || network.contains(deputy) || saidByAnother && network.contains(absence.recordedBy());
    }

    /** Who could stand in for the person where {@code by} says so: of somebody else only people of a network that {@code by} coordinates. */
    List<Who> deputies(String userId, Person by) {
        var all = deputies(userId).filter(who -> !who.userId().equals(userId));
        if (userId.equals(by.userId())) {
            return sorted(all).filter(distinct()).toList();
        }
        var networks = networks(by)
                .map(this::ids)
                .filter(people -> people.contains(userId))
                .toList();
        return sorted(all.filter(who -> networks.stream().anyMatch(people -> people.contains(who.userId()))))
                .filter(distinct())
                .toList();
    }

    /** All whom the reader may name as deputy, for themselves or for others. */
    List<Who> deputiesOffered(Person reader) {
        var others = networks(reader).flatMap(this::people);
        return sorted(Stream.concat(deputies(reader.userId()), others))
                .filter(distinct())
                .toList();
    }

    /** Of whoever is of one of the same groups, or an expert of the same network. */
    private Stream<Who> deputies(String userId) {
        var colleagues = access.person(userId).stream()
                .flatMap(person -> person.groups().stream())
                .flatMap(group -> access.holders(group).stream())
                .map(Circle::who);
        var experts = directory.expert(userId).flatMap(expert -> Optional.ofNullable(expert.network())).stream()
                .flatMap(network -> directory.expertsOf(network).stream())
                .map(Circle::who);
        return Stream.concat(colleagues, experts);
    }

    private static Stream<NetworkId> networks(Person coordinator) {
        return coordinator.groups().stream()
                .filter(group -> group.role().equals("coordinator"))
                .map(group -> NetworkId.of(group.scope()));
    }

    private Stream<Who> people(NetworkId network) {
        var staff = OF_A_NETWORK.stream()
                .flatMap(role -> access.holders(new Group(role, network.value())).stream())
                .map(Circle::who);
        return Stream.concat(staff, directory.expertsOf(network).stream().map(Circle::who));
    }

    private Set<String> ids(NetworkId network) {
        return people(network).map(Who::userId).collect(Collectors.toSet());
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
