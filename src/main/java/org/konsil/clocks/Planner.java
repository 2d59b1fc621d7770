package org.konsil.clocks;

import de.focus_shift.jollyday.core.Holiday;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.springframework.stereotype.Component;

/** Says by the table and a clock's course when it is due and who is told when. It only reads, so it may be asked again and again. */
@Component
class Planner {

    /** A clock's dates, by which version of the table. Without a row of the table only a date that the drawing set. */
    record Plan(
            @Nullable Instant goal,
            @Nullable Instant due,
            List<Mark> marks,
            @Nullable ClockRule rule,
            String version) {}

    private final ClockRules rules;
    private final Calendars calendars;
    private final Pauses pauses;
    private final ClockMarks marks;
    private final CaseFiles cases;

    Planner(ClockRules rules, Calendars calendars, Pauses pauses, ClockMarks marks, CaseFiles cases) {
        this.rules = rules;
        this.calendars = calendars;
        this.pauses = pauses;
        this.marks = marks;
        this.cases = cases;
    }

    Plan plan(ClockRow clock) {
        return plan(clock, cases.summary(clock.caseId()), pauses.of(clock.id()));
    }

    Plan planNew(ClockRow clock) {
        return plan(clock, cases.summary(clock.caseId()), List.of());
    }

    private Plan plan(ClockRow clock, CaseSummary about, List<Course.Pause> stood) {
        return rule(clock, about)
                .map(rule -> {
                    var course = new Course(calendars.measure(rule, about, clock.network()), clock.startedAt(), stood);
                    var due = clock.fixedDue() == null ? course.at(rule.deadline()) : clock.fixedDue();
                    var goal = rule.goal() == null || clock.fixedDue() != null ? null : course.at(rule.goal());
                    return new Plan(goal, due, Mark.of(rule, course, due), rule, rule.version());
                })
                .orElseGet(() -> new Plan(null, clock.fixedDue(), List.of(), null, rules.version()));
    }

    /** So long before a date as the table gives for the step; empty without a row. */
    Optional<Instant> before(ClockRow clock, Instant date) {
        var about = cases.summary(clock.caseId());
        return rule(clock, about)
                .map(rule -> rule.deadline().before(date, calendars.zone(rule, about, clock.network())));
    }

    /** Who is told next; reminders whose moment had passed when the clock was planned are left out. */
    Optional<Mark> next(ClockRow clock, Plan plan) {
        return open(clock, plan).stream().findFirst();
    }

    List<Mark> open(ClockRow clock, Plan plan) {
        var reached = marks.reached(clock);
        return plan.marks().stream()
                .filter(mark -> !reached.contains(ClockMarks.key(mark.kind(), mark.position())))
                .filter(mark ->
                        mark.kind() != Mark.Kind.REMINDER || mark.at().isAfter(clock.plannedAt()) || clock.plan() == 1)
                .toList();
    }

    Why why(ClockRow clock, ClockRule rule) {
        var about = cases.summary(clock.caseId());
        var calendar = calendars.calendar(rule, about, clock.network());
        var zone = calendars.zone(rule, about, clock.network());
        var due = clock.due();
        var skipped = rule.counted() != ClockRule.Counted.WORKING_DAYS || due == null
                ? List.<LocalDate>of()
                : Calendars.holidays(calendar)
                        .between(
                                clock.startedAt().atZone(zone).toLocalDate(),
                                due.atZone(zone).toLocalDate())
                        .stream()
                        .map(Holiday::getDate)
                        .toList();
        return new Why(
                code(rule.basis()),
                rule.source(),
                rule.deadline().toString(),
                code(rule.counted()),
                calendar,
                zone,
                skipped);
    }

    Optional<ClockRule> rule(ClockRow clock, CaseSummary about) {
        return rules.of(
                clock.step(),
                clock.form(),
                about.country().code(),
                clock.network(),
                about.urgency().code());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
