package org.konsil.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The work of one scope at one moment.
 *
 * @param arrived pieces of work put up in the last seven days; {@code done}: completed in them
 * @param groups by country for a network, by network for a country and for all
 * @param ages of all of it; each stage has its own
 * @param people who have work in hand, most first; empty for whoever sees counts only
 * @param expected how many of those due in the next fourteen days will be late, if as many are as were in the last ninety
 */
record Figures(
        Instant at,
        Count total,
        long stopped,
        long arrived,
        long done,
        List<Row> stages,
        List<Row> groups,
        List<Age> ages,
        List<StageAges> agesByStage,
        List<Load> people,
        long inOtherHands,
        List<StageTime> times,
        List<Due> days,
        long expected) {

    /** Open pieces of work, and those of them that are late. */
    record Count(long open, long overdue) {}

    /** @param key a stage, country or network; {@code name} in words */
    record Row(String key, String name, long open, long overdue) {

        public long onTime() {
            return open - overdue;
        }
    }

    /** Open work that has waited so long. {@code from} in days, {@code until} exclusive; 0: without end. */
    record Age(int from, int until, long open) {}

    /** How long the open work of a stage has waited. */
    record StageAges(String key, String name, List<Age> ages) {}

    record Load(String userId, String name, long open, long overdue) {}

    /** Days that cases spent in a stage which ended in the last year, standstills included. */
    record StageTime(String key, String name, long cases, double median, double ninth) {}

    /** Work due on a day: what will be late by then if nobody does it. {@code cumulated} with what is late already. */
    record Due(LocalDate day, long due, long cumulated) {}

    public long dueSoon() {
        return days.stream().mapToLong(Due::due).sum();
    }

    /** The day before which that is due. */
    public LocalDate horizon() {
        return days.getLast().day().plusDays(1);
    }
}
