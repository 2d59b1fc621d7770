package org.konsil.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.konsil.absences.Absence;
import org.konsil.absences.Absences;
import org.konsil.directory.Directory;
import org.konsil.directory.Expert;
import org.konsil.kernel.Days;
import org.konsil.rules.Rules;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Whether experts are there until opinions are wanted, by the table {@code expert-availability}, and in words. */
@Component
class Availability {

    /** How well an expert can be asked, best first, as the table says it. */
    enum Standing {
        THERE,
        PARTLY,
        HARDLY,
        AWAY
    }

    /** Before the coordinator has said until when opinions are wanted. */
    private static final int USUAL_DAYS = 14;

    private static final int FARTHEST_DAYS = 400;

    private final Absences absences;
    private final Rules rules;
    private final Directory directory;
    private final MessageSource words;
    private final Clock clock;

    Availability(Absences absences, Rules rules, Directory directory, MessageSource words, Clock clock) {
        this.absences = absences;
        this.rules = rules;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    LocalDate usualDue() {
        return today().plusDays(USUAL_DAYS);
    }

    Standing of(String expert, LocalDate due) {
        return standing(absences.of(expert), due);
    }

    /** By user id; whoever is not in it is there. */
    Map<String, Standing> of(Collection<String> experts, LocalDate due) {
        return absences.of(experts).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, away -> standing(away.getValue(), due)));
    }

    private Standing standing(List<Absence> away, LocalDate due) {
        if (away.isEmpty()) {
            return Standing.THERE;
        }
        var last = due.isBefore(today()) ? today() : due;
        var byDay = today().datesUntil(last.plusDays(1))
                .limit(FARTHEST_DAYS)
                .collect(Collectors.partitioningBy(
                        day -> away.stream().anyMatch(absence -> absence.covers(day)), Collectors.counting()));
        var facts = Map.<String, Object>of("daysAway", byDay.get(true), "daysThere", byDay.get(false));
        var answer = rules.decide("expert-availability", facts).text();
        return Standing.valueOf(answer.toUpperCase(Locale.ROOT));
    }

    /** @throws ExpertAway for the first of them who is away until after that day */
    void require(List<Expert> experts, LocalDate due) {
        var standing = of(experts.stream().map(Expert::userId).toList(), due);
        for (var expert : experts) {
            if (standing.get(expert.userId()) == Standing.AWAY) {
                throw new ExpertAway(expert.name(), until(expert.userId()));
            }
        }
    }

    /** Who stands in for these, the first named first. */
    List<String> deputies(List<String> experts) {
        var away = absences.of(experts);
        return experts.stream()
                .flatMap(expert -> away.getOrDefault(expert, List.of()).stream())
                .flatMap(absence -> Optional.ofNullable(absence.deputy()).stream())
                .distinct()
                .toList();
    }

    /** When these experts are away next, by user id, for a list; nothing of who is not away soon. */
    Map<String, String> notes(Collection<String> experts) {
        var notes = new HashMap<String, String>();
        absences.of(experts)
                .forEach((expert, away) -> away.stream()
                        .filter(absence -> absence.from().isBefore(usualDue().plusDays(USUAL_DAYS)))
                        .findFirst()
                        .ifPresent(absence ->
                                notes.put(expert, " · " + say("panel.away", absence.from(), absence.until()))));
        return notes;
    }

    /** Who of these is not proposed, until when they are away, and who stands in. */
    String whoIsAway(List<Expert> experts, LocalDate due) {
        var standing = of(experts.stream().map(Expert::userId).toList(), due);
        return experts.stream()
                .filter(expert -> standing.get(expert.userId()) == Standing.AWAY)
                .map(expert -> say("panel.away.until", expert.name(), until(expert.userId()))
                        + deputies(List.of(expert.userId())).stream()
                                .flatMap(deputy -> directory.expert(deputy).stream())
                                .map(deputy -> " " + say("panel.away.deputy", deputy.name()))
                                .findFirst()
                                .orElse(""))
                .collect(Collectors.joining("; "));
    }

    private LocalDate until(String expert) {
        return absences.of(expert).stream()
                .map(Absence::until)
                .max(LocalDate::compareTo)
                .orElse(today());
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
