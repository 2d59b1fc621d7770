package org.konsil.panel.proposal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How likely a panel reaches its quorum with those who were asked, and when. Each open invitation is accepted with the share with
 * which its expert accepted so far, after the time that half of the expert's answers took; where too little is known, with the
 * share and time of the table {@code expert-proposal}. The answers are taken as independent.
 *
 * @param percent 0 to 100
 * @param expected until when the quorum is more likely there than not; null if it is there, or not to be expected from those asked
 */
public record Forecast(
        int quorum,
        int accepted,
        int open,
        int percent,
        @Nullable Instant expected) {

    private static final double EVEN = 0.5;

    /** An invitation that nobody has answered yet. */
    public record Waiting(Instant sent, Track track) {}

    private record Guess(double chance, Instant at) {}

    public boolean isReached() {
        return accepted >= quorum;
    }

    /** Forecasts from the open invitations; what should have been answered long ago is expected tomorrow. */
    public static Forecast of(int quorum, int accepted, List<Waiting> waiting, Weights weights, Instant now) {
        var guesses = waiting.stream()
                .map(one -> guess(one, weights, now))
                .sorted(Comparator.comparing(Guess::at))
                .toList();
        var needed = quorum - accepted;
        return new Forecast(
                quorum,
                accepted,
                waiting.size(),
                (int) Math.round(100 * atLeast(needed, guesses)),
                needed <= 0 ? null : expected(needed, guesses).orElse(null));
    }

    private static Guess guess(Waiting one, Weights weights, Instant now) {
        var knows = one.track().tellsSomething();
        var after = one.track().median().filter(median -> knows).orElse(weights.days("usualDays"));
        var at = one.sent().plus(after);
        return new Guess(
                knows ? one.track().share() : weights.usualShare(),
                at.isAfter(now) ? at : now.plus(Duration.ofDays(1)));
    }

    /** The chance that at least so many of them accept. */
    private static double atLeast(int needed, List<Guess> guesses) {
        if (needed <= 0) {
            return 1;
        }
        var exactly = new double[guesses.size() + 1];
        exactly[0] = 1;
        for (var index = 0; index < guesses.size(); index++) {
            var chance = guesses.get(index).chance();
            for (var count = index + 1; count > 0; count--) {
                exactly[count] = exactly[count] * (1 - chance) + exactly[count - 1] * chance;
            }
            exactly[0] *= 1 - chance;
        }
        var sum = 0.0;
        for (var count = needed; count < exactly.length; count++) {
            sum += exactly[count];
        }
        return sum;
    }

    /** The first moment until which the quorum is more likely there than not. */
    private static Optional<Instant> expected(int needed, List<Guess> guesses) {
        return IntStream.rangeClosed(1, guesses.size())
                .filter(count -> atLeast(needed, guesses.subList(0, count)) >= EVEN)
                .mapToObj(count -> guesses.get(count - 1).at())
                .findFirst();
    }
}
