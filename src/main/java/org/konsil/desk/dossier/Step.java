package org.konsil.desk.dossier;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.Stage;
import org.springframework.context.MessageSource;

/**
 * One of the twelve stages as a case stands to it.
 *
 * @param state done, now, next, or skipped where the case has gone on without it
 * @param since when the case came into it last; null where it did not, or while the engine does not answer
 */
public record Step(String name, String state, @Nullable Instant since) {

    /** @param ways through the processes so far; while they are not known, no stage counts as left out */
    public static List<Step> of(
            CaseSummary about, Collection<ProcessPath> ways, MessageSource messages, Locale reader) {
        return Arrays.stream(Stage.values())
                .map(stage -> new Step(
                        String.valueOf(messages.getMessage("desk.stage." + stage, null, reader)),
                        state(stage, about, ways),
                        since(stage, about, ways)))
                .toList();
    }

    private static String state(Stage stage, CaseSummary about, Collection<ProcessPath> ways) {
        var distance = about.state().isOver() ? -1 : stage.compareTo(about.stage());
        if (distance < 0) {
            return ways.isEmpty() || ways.stream().anyMatch(way -> isFor(stage, way)) ? "done" : "skipped";
        }
        return distance == 0 ? "now" : "next";
    }

    private static @Nullable Instant since(Stage stage, CaseSummary about, Collection<ProcessPath> ways) {
        return switch (stage) {
            case REGISTER -> about.registeredAt();
            case CLOSE -> about.closedAt();
            default ->
                ways.stream()
                        .filter(way -> isFor(stage, way))
                        .map(way -> way.process().startedAt())
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        };
    }

    /** Registering and closing are the referral's own; each other stage has a process. */
    private static boolean isFor(Stage stage, ProcessPath way) {
        var process = way.process().processId();
        return switch (stage) {
            case REGISTER, CLOSE -> true;
            case DOMESTIC -> process.startsWith("domestic-");
            case ABROAD -> process.startsWith("abroad-");
            case DELIVER -> process.equals("delivery");
            default -> process.equals(stage.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }
}
