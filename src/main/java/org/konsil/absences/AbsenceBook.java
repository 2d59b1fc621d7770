package org.konsil.absences;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People say when they are away and who stands in, or their network's coordinator says it for them. While it lasts, what is in their hands is
 * the deputy's to do on their behalf; panels ask another where an opinion cannot come in time.
 */
@Service
class AbsenceBook {

    private static final int LONGEST_YEARS = 2;

    /** @param replacedOn panels on which another expert is asked now */
    record Recorded(UUID id, int replacedOn) {}

    private final AbsenceRows rows;
    private final Circle circle;
    private final List<MakesPlace> places;
    private final Audit audit;
    private final Clock clock;

    AbsenceBook(AbsenceRows rows, Circle circle, List<MakesPlace> places, Audit audit, Clock clock) {
        this.rows = rows;
        this.circle = circle;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same absence said twice is one. @throws AbsenceRefused unless the days and the deputy make sense and the person may say so */
    @Transactional
    Recorded record(String person, LocalDate from, LocalDate until, @Nullable String deputy, Person by) {
        if (until.isBefore(from) || until.isBefore(today()) || until.isAfter(today().plusYears(LONGEST_YEARS))) {
            throw AbsenceRefused.days();
        }
        requireTheirs(person, by);
        if (deputy != null
                && circle.deputies(person, by).stream()
                        .noneMatch(who -> who.userId().equals(deputy))) {
            throw AbsenceRefused.deputy();
        }
        var absence = new Absence(UUID.randomUUID(), person, from, until, deputy, by.userId());
        rows.hold(person);
        var before = rows.same(absence);
        if (before.isPresent()) {
            return new Recorded(before.get().id(), 0);
        }
        rows.add(absence, clock.instant());
        audit.record(entry(by, "absence-recorded", absence));
        return new Recorded(
                absence.id(),
                places.stream().mapToInt(place -> place.makePlace(person, by)).sum());
    }

    /** Back earlier, or not away at all. */
    @Transactional
    void end(UUID id, Person by) {
        var absence = rows.find(id).orElseThrow(AbsenceRefused::notYours);
        requireTheirs(absence.person(), by);
        if (!circle.concerns(by).test(absence)) {
            throw AbsenceRefused.notYours();
        }
        rows.remove(id);
        audit.record(entry(by, "absence-ended", absence));
    }

    /**
     * One's own, and those of the people of the networks that one coordinates, as far as they concern the network; not those that are over.
     * For panels and for the work in hand all of them count.
     */
    @Transactional(readOnly = true)
    List<Absence> seenBy(Person reader) {
        var people = circle.people(reader).stream().map(Circle.Who::userId).toList();
        return rows.of(people, today()).stream().filter(circle.concerns(reader)).toList();
    }

    private void requireTheirs(String person, Person by) {
        if (circle.people(by).stream().noneMatch(who -> who.userId().equals(person))) {
            throw AbsenceRefused.notYours();
        }
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }

    private static Entry entry(Person by, String action, Absence absence) {
        var entry = new Entry(
                by.actor(),
                action,
                null,
                "absence:" + absence.id(),
                null,
                Entry.Outcome.DONE,
                null,
                Map.of("person", absence.person()));
        return absence.deputy() == null ? entry : entry.with("deputy", absence.deputy());
    }
}
