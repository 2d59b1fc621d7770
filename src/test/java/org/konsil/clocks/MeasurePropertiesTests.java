package org.konsil.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of every measure, wherever and whenever a clock starts. */
class MeasurePropertiesTests {

    private static final long FROM = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
    private static final long UNTIL = Instant.parse("2032-01-01T00:00:00Z").getEpochSecond();

    /** Where the clock on the wall is put forward an hour is missing, and nothing can be counted in it. */
    private static final Duration SUMMER_TIME = Duration.ofHours(1);

    @Provide
    Arbitrary<Measure> measures() {
        return Arbitraries.of("hours", "days", "working-days")
                .flatMap(counted -> Arbitraries.of("fi", "no", "de", "ua", "is", "pt", "eu")
                        .map(calendar -> MeasureTests.measure(
                                counted,
                                calendar,
                                ZoneId.of(
                                        calendar.equals("ua")
                                                ? "Europe/Kyiv"
                                                : calendar.equals("pt") ? "Atlantic/Azores" : "Europe/Oslo"))));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(FROM, UNTIL).map(Instant::ofEpochSecond);
    }

    @Property(tries = 300)
    void whatIsAddedIsCountedAgain(
            @ForAll("measures") Measure measure,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(max = 40 * 24) int hours) {
        var added = Duration.ofHours(hours);

        assertThat(measure.between(start, measure.after(start, added))
                        .minus(added)
                        .abs())
                .isLessThanOrEqualTo(SUMMER_TIME);
    }

    @Property(tries = 300)
    void moreTimeNeverEndsSooner(
            @ForAll("measures") Measure measure,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(max = 500) int hours,
            @ForAll @IntRange(min = 2, max = 500) int more) {
        assertThat(measure.after(start, Duration.ofHours(hours + more)))
                .isAfterOrEqualTo(measure.after(start, Duration.ofHours(hours)));
    }

    @Property(tries = 300)
    void aWorkingDayIsNeverDueOnAHoliday(@ForAll("moments") Instant start, @ForAll @IntRange(max = 30) int days) {
        var zone = ZoneId.of("Europe/Oslo");
        var norway = new WorkingDays(zone, Holidays.of("no"));

        assertThat(norway.isWorking(
                        norway.after(start, Duration.ofDays(days)).atZone(zone).toLocalDate()))
                .isTrue();
    }

    /** However often a clock stands still and for how long: the time that counts is the same. */
    @Property(tries = 200)
    void aClockRunsAsLongAsItsRuleSays(
            @ForAll("measures") Measure measure,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 20) int days,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 60) Integer> gaps) {
        var pauses = new ArrayList<Course.Pause>();
        var at = start;
        for (var gap : gaps) {
            var from = at.plus(Duration.ofHours(gap));
            at = from.plus(Duration.ofHours(gap * 3L));
            pauses.add(new Course.Pause(from, at));
        }
        var course = new Course(measure, start, pauses);
        var due = course.at(Duration.ofDays(days));

        var counted = Duration.ZERO;
        var from = start;
        for (var pause : pauses) {
            if (!pause.from().isBefore(due)) {
                break;
            }
            counted = counted.plus(measure.between(from, pause.from()));
            from = java.util.Objects.requireNonNull(pause.until());
        }
        counted = counted.plus(measure.between(from, due));
        assertThat(counted.minus(Duration.ofDays(days)).abs())
                .isLessThanOrEqualTo(SUMMER_TIME.multipliedBy(pauses.size() + 1L));
        assertThat(course.at(Duration.ofDays(days).dividedBy(2))).isBeforeOrEqualTo(due);
    }
}
