package org.konsil.overview;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The figures as bars. Each chart stands beside a table that says the same. */
@Component
class Charts {

    private static final int HOURS_A_DAY = 24;

    /**
     * All of them.
     *
     * @param stages by stage, {@code groups} by country or network, {@code people}: what is on time, and what is late
     * @param times the median of the days in each stage, and from there to the ninth of ten
     */
    record All(Bars stages, Bars groups, Bars ages, Bars people, Bars days, Bars times) {}

    private final MessageSource words;

    Charts(MessageSource words) {
        this.words = words;
    }

    All of(Figures figures, Locale locale) {
        var ages = ages(figures, locale);
        var day = DateTimeFormatter.ofPattern("d MMM", locale);
        return new All(
                rows(figures.stages(), locale),
                rows(figures.groups(), locale),
                Bars.of(figures.ages().stream()
                        .map(age -> new Bars.Value(
                                ages.get(figures.ages().indexOf(age)), Long.toString(age.open()), age.open(), 0))
                        .toList()),
                Bars.of(figures.people().stream()
                        .map(load -> new Bars.Value(
                                load.name(),
                                number(load.open(), load.overdue(), locale),
                                load.open() - load.overdue(),
                                load.overdue()))
                        .toList()),
                Bars.of(figures.days().stream()
                        .map(one -> new Bars.Value(
                                one.day().format(day), Long.toString(one.cumulated()), 0, one.cumulated()))
                        .toList()),
                Bars.of(figures.times().stream().map(time -> time(time, locale)).toList()));
    }

    /** The classes of age, in words. */
    List<String> ages(Figures figures, Locale locale) {
        return figures.ages().stream().map(age -> age(age, locale)).toList();
    }

    private Bars.Value time(Figures.StageTime time, Locale locale) {
        var median = Math.round(time.median() * HOURS_A_DAY);
        return new Bars.Value(
                time.name(),
                words.getMessage("overview.time-bar", new Object[] {time.median(), time.ninth()}, locale),
                median,
                Math.round(time.ninth() * HOURS_A_DAY) - median);
    }

    private Bars rows(List<Figures.Row> rows, Locale locale) {
        return Bars.of(rows.stream()
                .map(row -> new Bars.Value(
                        row.name(), number(row.open(), row.overdue(), locale), row.onTime(), row.overdue()))
                .toList());
    }

    private String number(long open, long overdue, Locale locale) {
        return words.getMessage("overview.bar", new Object[] {open, overdue}, locale);
    }

    private String age(Figures.Age age, Locale locale) {
        return age.until() == 0
                ? words.getMessage("overview.age.last", new Object[] {age.from()}, locale)
                : words.getMessage("overview.age", new Object[] {age.from(), age.until()}, locale);
    }
}
