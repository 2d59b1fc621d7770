package org.konsil.packs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Zones;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By the rules of which day a case goes. The tables of a country's pack are asked with that day. */
@Service
public class CountryPacks {

    private final PackRows rows;
    private final CaseFiles cases;
    private final Zones zones;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    CountryPacks(PackRows rows, CaseFiles cases, Zones zones, Outbox outbox, Audit audit, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.zones = zones;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The day of registration at the home provider, or the day to which the case was moved since. */
    @Transactional(readOnly = true)
    public LocalDate day(CaseId caseId) {
        return rows.movedTo(caseId).orElseGet(() -> {
            var about = cases.summary(caseId);
            return LocalDate.ofInstant(about.registeredAt(), zones.of(about.country()));
        });
    }

    /** Why the case could not be moved to the rules of that day; empty where it could. */
    @Transactional(readOnly = true)
    public Optional<PackRefused> whyNot(CaseId caseId, LocalDate day) {
        var about = cases.summary(caseId);
        if (about.state().isOver()) {
            return Optional.of(PackRefused.over());
        }
        var before = day(caseId);
        var today = LocalDate.ofInstant(clock.instant(), zones.of(about.country()));
        return day.isBefore(before) || day.isAfter(today)
                ? Optional.of(PackRefused.day(day, before))
                : Optional.empty();
    }

    /**
     * Moves a case under way to the rules of a later day: they hold from its next stage on. Twice the same is once.
     *
     * @throws PackRefused unless the case is under way, and the day is later than the one whose rules hold, and not in the future
     */
    @Transactional
    public void move(CaseId caseId, LocalDate day, Actor by) {
        var before = day(caseId);
        if (day.equals(before)) {
            return;
        }
        whyNot(caseId, day).ifPresent(refusal -> {
            throw refusal;
        });
        rows.move(caseId, day, by, clock.instant());
        audit.record(Entry.done(by, "moved-to-newer-rules", caseId).changed(before, day));
        outbox.publish(caseId, "rules-renewed", caseId.toString(), Map.of());
    }
}
