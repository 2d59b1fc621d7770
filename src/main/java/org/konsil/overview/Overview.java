package org.konsil.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.kernel.Country;
import org.konsil.kernel.Days;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the work of a scope. */
@Service
class Overview {

    private static final int AHEAD = 14;
    private static final int MOST_PEOPLE = 30;
    private static final List<Integer> AGES = List.of(0, 3, 7, 14, 30, 60);

    private final FigureRows rows;
    private final Directory directory;
    private final Access access;
    private final MessageSource words;
    private final Clock clock;

    Overview(FigureRows rows, Directory directory, Access access, MessageSource words, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    /** @param withPeople whether the reader may see who has how much in hand: people of the scope by name, all others together */
    @Transactional(readOnly = true)
    public Figures of(Scope scope, boolean withPeople, Locale locale) {
        var now = clock.instant();
        var stages = stages(scope, now, locale);
        var total = new Figures.Count(
                stages.stream().mapToLong(Figures.Row::open).sum(),
                stages.stream().mapToLong(Figures.Row::overdue).sum());
        var hands = withPeople ? rows.by("assignee", scope, now) : List.<FigureRows.Counted>of();
        var people = people(hands, scope);
        var days = days(scope, now, total.overdue());
        var due = days.stream().mapToLong(Figures.Due::due).sum();
        var week = now.minus(Duration.ofDays(7));
        return new Figures(
                now,
                total,
                rows.stopped(scope),
                rows.arrived(scope, week),
                rows.done(scope, week),
                stages,
                groups(scope, now, locale),
                ages(scope, now),
                people,
                hands.stream().mapToLong(FigureRows.Counted::open).sum()
                        - people.stream().mapToLong(Figures.Load::open).sum(),
                times(scope, now, locale),
                days,
                Math.round(due * rows.lateShare(scope, now.minus(Duration.ofDays(90)))));
    }

    /** In the order of the stages. */
    private List<Figures.Row> stages(Scope scope, Instant now, Locale locale) {
        return rows.by("stage", scope, now).stream()
                .sorted(Comparator.comparing(it -> Stage.valueOf(it.key())))
                .map(it -> new Figures.Row(code(it.key()), stage(code(it.key()), locale), it.open(), it.overdue()))
                .toList();
    }

    private List<Figures.Row> groups(Scope scope, Instant now, Locale locale) {
        var byCountry = scope.by() == Scope.By.NETWORK;
        return rows.by(byCountry ? "country" : "network", scope, now).stream()
                .map(it -> new Figures.Row(
                        it.key(),
                        byCountry ? country(it.key(), locale) : network(it.key(), locale),
                        it.open(),
                        it.overdue()))
                .toList();
    }

    private List<Figures.Age> ages(Scope scope, Instant now) {
        var ages = new ArrayList<Figures.Age>();
        for (var at = 0; at < AGES.size(); at++) {
            var from = AGES.get(at);
            var isLast = at + 1 == AGES.size();
            var until = isLast ? 0 : AGES.get(at + 1);
            var earliest = isLast ? Instant.EPOCH : now.minus(Duration.ofDays(until));
            // what was put up in this very moment is young, too
            var latest = from == 0 ? now.plus(Duration.ofDays(1)) : now.minus(Duration.ofDays(from));
            ages.add(new Figures.Age(from, until, rows.put(scope, earliest, latest)));
        }
        return ages;
    }

    /** Those who belong to the scope; the reader has no business with what others have in hand. */
    private List<Figures.Load> people(List<FigureRows.Counted> hands, Scope scope) {
        return hands.stream()
                .flatMap(it -> access
                        .person(it.key())
                        .filter(person -> belongs(person, scope))
                        .map(person -> new Figures.Load(person.userId(), person.displayName(), it.open(), it.overdue()))
                        .stream())
                .limit(MOST_PEOPLE)
                .toList();
    }

    private static boolean belongs(Person person, Scope scope) {
        var country = person.country();
        return switch (scope.by()) {
            case ALL -> false;
            case NETWORK ->
                person.groups().stream().anyMatch(group -> group.scope().equals(scope.id()));
            case COUNTRY -> country != null && country.code().equals(scope.id());
        };
    }

    private List<Figures.StageTime> times(Scope scope, Instant now, Locale locale) {
        var stays = rows.stays(scope, now.minus(Duration.ofDays(365)));
        return Arrays.stream(Stage.values())
                .map(stage -> code(stage.name()))
                .filter(stays::containsKey)
                .map(stage -> {
                    var days = stays.getOrDefault(stage, List.of());
                    return new Figures.StageTime(
                            stage,
                            stage(stage, locale),
                            days.size(),
                            Percentiles.of(days, 50),
                            Percentiles.of(days, 90));
                })
                .toList();
    }

    private List<Figures.Due> days(Scope scope, Instant now, long overdue) {
        var today = Days.of(now);
        var until = today.plusDays(AHEAD).atStartOfDay(Days.PLACE).toInstant();
        var byDay =
                rows.due(scope, now, until).stream().collect(Collectors.groupingBy(Days::of, Collectors.counting()));
        var days = new ArrayList<Figures.Due>();
        var sum = overdue;
        for (var ahead = 0; ahead < AHEAD; ahead++) {
            var day = today.plusDays(ahead);
            var due = byDay.getOrDefault(day, 0L);
            sum += due;
            days.add(new Figures.Due(day, due, sum));
        }
        return days;
    }

    private String stage(String code, Locale locale) {
        return words.getMessage("worklist.stage." + code, null, locale);
    }

    private String country(String code, Locale locale) {
        return Country.of(code).name(locale);
    }

    private String network(String id, Locale locale) {
        return id.isEmpty()
                ? words.getMessage("overview.no-network", null, locale)
                : directory.network(NetworkId.of(id)).map(Network::name).orElse(id);
    }

    private static String code(String stage) {
        return stage.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
