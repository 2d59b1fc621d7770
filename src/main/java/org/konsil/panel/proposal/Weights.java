package org.konsil.panel.proposal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.NetworkId;
import org.konsil.rules.Rules;

/** The points, days and shares of the table {@code expert-proposal}. What the table does not say counts nothing. */
public final class Weights {

    private final Map<String, @Nullable Object> cells;

    private Weights(Map<String, @Nullable Object> cells) {
        this.cells = cells;
    }

    /** Those of the network that leads. */
    public static Weights of(Rules rules, NetworkId network) {
        var decision = rules.decide("expert-proposal", Map.of("network", network.value()));
        return new Weights(decision.isAnswered() ? decision.map() : Map.of());
    }

    static Weights of(Map<String, @Nullable Object> cells) {
        return new Weights(cells);
    }

    int points(String reason) {
        return number(reason).map(Number::intValue).orElse(0);
    }

    Duration days(String which) {
        return Duration.ofDays(number(which).map(Number::longValue).orElse(0L));
    }

    /** The chance, 0 to 1, that somebody accepts of whom too little is known. */
    double usualShare() {
        return Math.clamp(number("usualShare").map(Number::doubleValue).orElse(50.0), 0, 100) / 100;
    }

    private Optional<Number> number(String name) {
        return cells.get(name) instanceof Number number ? Optional.of(number) : Optional.empty();
    }
}
