package org.konsil.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Days;
import org.konsil.kernel.Group;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People say when they are away and who of their group stands in; or their network's coordinator says it for them. While it lasts, what is in
 * their hands is the deputy's to do on their behalf, and what would be handed to them goes to the deputy. What only one person may do stays
 * with that person.
 */
@Service
class Deputies {

    private static final int LONGEST_YEARS = 2;

    private final AwayRows rows;
    private final Access access;
    private final Colleagues colleagues;
    private final Audit audit;
    private final Clock clock;

    Deputies(AwayRows rows, Access access, Colleagues colleagues, Audit audit, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.colleagues = colleagues;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who is away today and has this person as deputy, be it by a deputy who is away too. */
    Set<String> standsInFor(String deputy) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(deputy));
        while (!open.isEmpty()) {
            for (var away : rows.awayWith(open.remove(), today())) {
                if (!away.equals(deputy) && found.add(away)) {
                    open.add(away);
                }
            }
        }
        return found;
    }

    /** Who stands in for this person today; empty while they are here. Of two who do so for each other, nobody. */
    Optional<String> of(String userId) {
        var seen = new LinkedHashSet<String>();
        var now = Optional.of(userId);
        while (now.isPresent() && seen.add(now.get())) {
            var next = rows.of(now.get(), today()).stream()
                    .filter(away -> !away.from().isAfter(today()))
                    .map(Away::deputy)
                    .findFirst();
            if (next.isEmpty()) {
                return now.filter(deputy -> !deputy.equals(userId));
            }
            now = next;
        }
        return Optional.empty();
    }

    /** @throws AwayRefused unless the days and the deputy make sense and the reader may say so */
    @Transactional
    public void record(String userId, LocalDate from, LocalDate until, String deputy, Person by) {
        if (until.isBefore(from) || until.isBefore(today()) || until.isAfter(today().plusYears(LONGEST_YEARS))) {
            throw AwayRefused.days();
        }
        var person = theirs(userId, by);
        if (colleagues.of(person).stream().noneMatch(other -> other.userId().equals(deputy))) {
            throw AwayRefused.deputy();
        }
        var away = new Away(UUID.randomUUID(), userId, from, until, deputy);
        rows.add(away, by.userId(), clock.instant());
        audit.record(entry(by, "away-recorded", away));
    }

    /** Back earlier, or not away at all. */
    @Transactional
    public void end(UUID id, Person by) {
        var away = rows.find(id).orElseThrow(AwayRefused::notYours);
        theirs(away.userId(), by);
        rows.remove(id);
        audit.record(entry(by, "away-ended", away));
    }

    /** One's own, and those of the people of the networks that one coordinates; not those that are over. */
    List<Away> seenBy(Person reader) {
        return people(reader).stream()
                .flatMap(person -> rows.of(person.userId(), today()).stream())
                .toList();
    }

    /** For whom the reader may say it: themselves first. */
    List<Person> people(Person reader) {
        var all = new LinkedHashSet<>(List.of(reader.userId()));
        reader.groups().stream()
                .filter(group -> group.role().equals("coordinator"))
                .flatMap(group -> List.of("dispatcher", "coordinator", "lead").stream()
                        .flatMap(role -> access.holders(new Group(role, group.scope())).stream()))
                .map(Person::userId)
                .sorted()
                .forEach(all::add);
        return all.stream().flatMap(userId -> access.person(userId).stream()).toList();
    }

    private Person theirs(String userId, Person by) {
        return people(by).stream()
                .filter(person -> person.userId().equals(userId))
                .findFirst()
                .orElseThrow(AwayRefused::notYours);
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }

    private static Entry entry(Person by, String action, Away away) {
        return new Entry(
                by.actor(),
                action,
                null,
                "away:" + away.id(),
                null,
                Entry.Outcome.DONE,
                null,
                Map.of("person", away.userId(), "deputy", away.deputy()));
    }
}
