package org.konsil.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.directory.Directory;
import org.konsil.directory.Expert;
import org.konsil.kernel.Days;
import org.konsil.kernel.NetworkId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Experts say when they are away, or their network's coordinator does for them. Whoever cannot give an opinion in time any more makes place at once. */
@Service
class Absences {

    private static final int LONGEST_YEARS = 2;

    private final AbsenceRows rows;
    private final InvitationRows invitations;
    private final PanelRows panels;
    private final Availability availability;
    private final Replacements replacements;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    Absences(
            AbsenceRows rows,
            InvitationRows invitations,
            PanelRows panels,
            Availability availability,
            Replacements replacements,
            Directory directory,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.invitations = invitations;
        this.panels = panels;
        this.availability = availability;
        this.replacements = replacements;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param replacedOn the number of panels on which another expert is asked now */
    record Recorded(UUID id, int replacedOn) {}

    /** @throws AbsenceRefused unless the days and the deputy make sense and the reader may say so */
    @Transactional
    Recorded record(String expert, LocalDate from, LocalDate until, @Nullable String deputy, Person by) {
        requireDays(from, until);
        requireDeputy(theirs(expert, by), deputy);
        var absence = new Absence(UUID.randomUUID(), expert, from, until, deputy);
        rows.add(absence, by.userId(), clock.instant());
        audit.record(entry(by, "absence-recorded", absence.id()));
        return new Recorded(absence.id(), makePlace(expert, by));
    }

    /** Back earlier, or not away at all. */
    @Transactional
    void end(UUID id, Person by) {
        var absence = rows.find(id).orElseThrow(AbsenceRefused::notYours);
        theirs(absence.expert(), by);
        rows.remove(id);
        audit.record(entry(by, "absence-ended", id));
    }

    /** One's own, and those of the experts whose network one coordinates; not those that are over. */
    @Transactional(readOnly = true)
    List<Absence> of(Person reader) {
        return experts(reader).stream()
                .flatMap(expert -> rows.of(expert.userId(), today()).stream())
                .toList();
    }

    /** For whom the reader may say it: themselves first. */
    List<Expert> experts(Person reader) {
        var coordinated = reader.groups().stream()
                .filter(group -> group.role().equals("coordinator"))
                .flatMap(group -> directory.expertsOf(NetworkId.of(group.scope())).stream());
        return Stream.concat(directory.expert(reader.userId()).stream(), coordinated)
                .distinct()
                .toList();
    }

    private int makePlace(String expert, Person by) {
        var cases = invitations.awaited(expert).stream()
                .filter(one ->
                        availability.of(expert, panels.get(one.panelId()).opinionDue()) == Availability.Standing.AWAY)
                .map(Invitation::caseId)
                .toList();
        cases.forEach(caseId -> replacements.dropOut(caseId, expert, by.actor()));
        return cases.size();
    }

    private Expert theirs(String expert, Person by) {
        return experts(by).stream()
                .filter(one -> one.userId().equals(expert))
                .findFirst()
                .orElseThrow(AbsenceRefused::notYours);
    }

    private void requireDays(LocalDate from, LocalDate until) {
        if (until.isBefore(from) || until.isBefore(today()) || until.isAfter(today().plusYears(LONGEST_YEARS))) {
            throw AbsenceRefused.wrongDays();
        }
    }

    private void requireDeputy(Expert expert, @Nullable String deputy) {
        var network = expert.network();
        if (deputy != null
                && (network == null
                        || deputy.equals(expert.userId())
                        || directory.expertsOf(network).stream()
                                .noneMatch(one -> one.userId().equals(deputy)))) {
            throw AbsenceRefused.wrongDeputy();
        }
    }

    private static Entry entry(Person by, String action, UUID absence) {
        return new Entry(by.actor(), action, null, "absence:" + absence, null, Entry.Outcome.DONE, null, Map.of());
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
