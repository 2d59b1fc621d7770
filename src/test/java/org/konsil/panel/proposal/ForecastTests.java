package org.konsil.panel.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.konsil.panel.proposal.Forecast.Waiting;

/** How likely a quorum is, and when. */
class ForecastTests {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Weights WEIGHTS = Weights.of(Map.of("usualShare", 50, "usualDays", 4));

    @Test
    void twoOfTwoUnknownsAcceptInOneOfFourCases() {
        var forecast = Forecast.of(2, 0, List.of(unknown(0), unknown(0)), WEIGHTS, NOW);

        assertThat(forecast.percent()).isEqualTo(25);
        assertThat(forecast.expected()).isNull();
    }

    @Test
    void oneOfTwoUnknownsIsToBeExpectedWhenTheFirstUsuallyAnswers() {
        var forecast = Forecast.of(1, 0, List.of(unknown(1), unknown(0)), WEIGHTS, NOW);

        assertThat(forecast.percent()).isEqualTo(75);
        assertThat(forecast.expected()).isEqualTo(NOW.plus(Duration.ofDays(3)));
    }

    @Test
    void whoAlwaysAcceptedIsCountedOnAtTheirOwnPace() {
        var sure = new Waiting(NOW, new Track(0, 5, 5, 5, Optional.of(Duration.ofDays(2))));
        var forecast = Forecast.of(3, 2, List.of(sure), WEIGHTS, NOW);

        assertThat(forecast.percent()).isEqualTo(100);
        assertThat(forecast.expected()).isEqualTo(NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void anAnswerThatIsLateIsExpectedTomorrow() {
        var late = new Waiting(NOW.minus(Duration.ofDays(9)), new Track(0, 3, 3, 3, Optional.of(Duration.ofDays(2))));

        assertThat(Forecast.of(1, 0, List.of(late), WEIGHTS, NOW).expected()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void withNobodyLeftToAnswerThereIsNoChance() {
        assertThat(Forecast.of(3, 2, List.of(), WEIGHTS, NOW).percent()).isZero();
    }

    @Test
    void aQuorumThatIsThereIsCertain() {
        var forecast = Forecast.of(2, 2, List.of(), WEIGHTS, NOW);

        assertThat(forecast.percent()).isEqualTo(100);
        assertThat(forecast.isReached()).isTrue();
    }

    private static Waiting unknown(int daysAgo) {
        return new Waiting(NOW.minus(Duration.ofDays(daysAgo)), Track.NONE);
    }
}
