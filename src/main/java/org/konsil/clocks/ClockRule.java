package org.konsil.clocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code clocks}: how long, counted how, who is told when.
 *
 * @param goal when it should be done; null if only the deadline counts
 * @param reminders shares of the time up to the deadline, in percent, rising
 * @param information what the clock has to do with information that is awaited
 * @param row the row's id in the DMN file
 * @param version SHA-256 of the DMN file
 */
record ClockRule(
        @Nullable Amount goal,
        Amount deadline,
        Counted counted,
        Calendar calendar,
        List<Integer> reminders,
        List<Rung> escalation,
        Information information,
        Basis basis,
        String source,
        String row,
        String version) {

    /** What the time is counted in. */
    enum Counted {
        HOURS,
        DAYS,
        WORKING_DAYS
    }

    /** Whose days and nights: the home provider's country, the network's coordinating hospital's, or the European institutions'. */
    enum Calendar {
        COUNTRY,
        NETWORK,
        EUROPE
    }

    /** What a clock does while information is awaited. */
    enum Information {
        NONE,
        /** Stands still. */
        WAITS,
        /** Runs, because its step is what is awaited. */
        AWAITED
    }

    /** Where a value comes from. */
    enum Basis {
        LAW,
        PUBLISHED,
        DEFAULT
    }

    /** One step of the escalation: who is told so long after the deadline. */
    record Rung(Told.Who who, Amount after) {}

    ClockRule {
        reminders = List.copyOf(reminders);
        escalation = List.copyOf(escalation);
    }

    /** @throws IllegalArgumentException if a cell cannot be understood */
    static ClockRule read(Map<?, ?> cells, String row, String version) {
        var goal = text(cells, "goal");
        return new ClockRule(
                goal.isBlank() ? null : Amount.of(goal),
                Amount.of(text(cells, "deadline")),
                code(Counted.class, cells, "counted", Counted.DAYS),
                code(Calendar.class, cells, "calendar", Calendar.COUNTRY),
                reminders(text(cells, "reminders")),
                escalation(text(cells, "escalation")),
                code(Information.class, cells, "information", Information.NONE),
                code(Basis.class, cells, "basis", Basis.DEFAULT),
                text(cells, "source"),
                row,
                version);
    }

    private static List<Integer> reminders(String cell) {
        return parts(cell)
                .map(part -> Integer.valueOf(part.replace("%", "").strip()))
                .peek(share -> {
                    if (share <= 0 || share >= 100) {
                        throw new IllegalArgumentException(
                                "a reminder at " + share + " % lies not before the deadline");
                    }
                })
                .sorted()
                .toList();
    }

    /** {@code owner, coordinator P2D, contact P5D}. */
    private static List<Rung> escalation(String cell) {
        var rungs = new ArrayList<Rung>();
        parts(cell).forEach(part -> {
            var words = part.split("\\s+");
            var who = Told.Who.valueOf(words[0].toUpperCase(Locale.ROOT));
            rungs.add(new Rung(who, Amount.of(words.length > 1 ? words[1] : "PT0S")));
        });
        return rungs;
    }

    private static Stream<String> parts(String cell) {
        return Stream.of(cell.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static String text(Map<?, ?> cells, String name) {
        return cells.get(name) instanceof String text ? text.strip() : "";
    }

    private static <E extends Enum<E>> E code(Class<E> type, Map<?, ?> cells, String name, E otherwise) {
        var text = text(cells, name);
        return text.isEmpty()
                ? otherwise
                : Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
