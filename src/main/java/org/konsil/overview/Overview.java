package org.konsil.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.worklist.AllWork;
import org.konsil.worklist.CountedWork;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the work of a scope. */
@Service
class Overview {

    private static final int MOST_PEOPLE = 30;

    private final AllWork work;
    private final FigureRows rows;
    private final Directory directory;
    private final Access access;
    private final MessageSource words;
    private final Clock clock;

    Overview(AllWork work, FigureRows rows, Directory directory, Access access, MessageSource words, Clock clock) {
        this.work = work;
        this.rows = rows;
        this.directory = directory;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param knowing whose list All is counted; null: all work, whoever may know of it
     * @param withPeople whether the reader may see who has how much in hand: people of the scope by name, all others together
     */
    @Transactional(readOnly = true)
    public Figures of(Scope scope, @Nullable Person knowing, boolean withPeople, Locale locale) {
        var now = clock.instant();
        var how = Pile.asked(
                scope.by() == Scope.By.NETWORK ? CountedWork.By.COUNTRY : CountedWork.By.NETWORK, withPeople, now);
        var counted = knowing == null ? work.count(scope.said(), how) : work.countKnownTo(knowing, scope.said(), how);
        var pile = new Pile(counted, now);
        var hands = counted.hands();
        var people = people(hands, scope);
        var days = pile.days();
        var due = days.stream().mapToLong(Figures.Due::due).sum();
        var week = now.minus(Duration.ofDays(7));
        return new Figures(
                now,
                pile.count(),
                pile.stopped(),
                rows.arrived(scope, week),
                rows.done(scope, week),
                stages(pile, locale),
                groups(pile, scope, locale),
                pile.ages(),
                agesByStage(pile, locale),
                people,
                hands.stream().mapToLong(CountedWork.InHand::open).sum()
                        - people.stream().mapToLong(Figures.Load::open).sum(),
                times(scope, now, locale),
                days,
                Math.round(due * rows.lateShare(scope, now.minus(Duration.ofDays(90)))));
    }

    private List<Figures.Row> stages(Pile pile, Locale locale) {
        return pile.stages()
                .map(stage -> {
                    var count = pile.of(stage).count();
                    return new Figures.Row(code(stage), stage(code(stage), locale), count.open(), count.overdue());
                })
                .toList();
    }

    private List<Figures.StageAges> agesByStage(Pile pile, Locale locale) {
        return pile.stages()
                .map(stage -> new Figures.StageAges(
                        code(stage), stage(code(stage), locale), pile.of(stage).ages()))
                .toList();
    }

    private List<Figures.Row> groups(Pile pile, Scope scope, Locale locale) {
        var byCountry = scope.by() == Scope.By.NETWORK;
        return pile.byGroup().stream()
                .map(it -> new Figures.Row(
                        it.key(),
                        byCountry ? country(it.key(), locale) : network(it.key(), locale),
                        it.count().open(),
                        it.count().overdue()))
                .toList();
    }

    /** Those who belong to the scope, who has most in hand first; the reader has no business with what others have in hand. */
    private List<Figures.Load> people(List<CountedWork.InHand> hands, Scope scope) {
        return hands.stream()
                .sorted(Comparator.comparing((CountedWork.InHand one) -> -one.open())
                        .thenComparing(CountedWork.InHand::userId))
                .flatMap(it -> access
                        .person(it.userId())
                        .filter(scope::holds)
                        .map(person -> new Figures.Load(person.userId(), person.displayName(), it.open(), it.late()))
                        .stream())
                .limit(MOST_PEOPLE)
                .toList();
    }

    private List<Figures.StageTime> times(Scope scope, Instant now, Locale locale) {
        var stays = rows.stays(scope, now.minus(Duration.ofDays(365)));
        return Arrays.stream(Stage.values())
                .map(Overview::code)
                .filter(stage -> stays.containsKey(stage)
                        && (scope.stage().isEmpty() || scope.stage().equals(stage)))
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

    static String code(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
