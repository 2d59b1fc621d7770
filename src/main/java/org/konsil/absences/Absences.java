package org.konsil.absences;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.konsil.kernel.Days;
import org.springframework.stereotype.Service;

/** Who is away, and who stands in. */
@Service
public class Absences {

    private final AbsenceRows rows;
    private final Clock clock;

    Absences(AbsenceRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Those of a person that are not over today, by their beginning. */
    public List<Absence> of(String person) {
        return rows.of(List.of(person), today());
    }

    /** Those that are not over today, by person and beginning; whoever has none is not in it. */
    public Map<String, List<Absence>> of(Collection<String> people) {
        return rows.of(people, today()).stream().collect(Collectors.groupingBy(Absence::person));
    }

    /** Who is away today and has this person as deputy, be it by a deputy who is away too. */
    public Set<String> standsInFor(String deputy) {
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

    /** Who stands in for this person today; empty while they are here, or where nobody does. Of two who do so for each other, nobody. */
    public Optional<String> deputyOf(String person) {
        var seen = new LinkedHashSet<String>();
        var now = Optional.of(person);
        while (now.isPresent() && seen.add(now.get())) {
            var next = of(now.get()).stream()
                    .filter(absence -> absence.covers(today()))
                    .flatMap(absence -> Optional.ofNullable(absence.deputy()).stream())
                    .findFirst();
            if (next.isEmpty()) {
                return now.filter(deputy -> !deputy.equals(person));
            }
            now = next;
        }
        return Optional.empty();
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
