package org.konsil.panel.proposal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.konsil.kernel.NetworkId;
import org.konsil.rules.Rules;

/** The points, days and shares of the table {@code expert-proposal}. What the table does not say counts nothing. */
public final class Weights {

    private final Map<String, Number> cells;

    private Weights(Map<String, Number> cells) {
        this.cells = Map.copyOf(cells);
    }

    /** Those of the network that leads. */
    public static Weights of(Rules rules, NetworkId network) {
        var decision = rules.decide("expert-proposal", Map.of("network", network.value()));
        var cells = new HashMap<String, Number>();
        if (decision.isAnswered()) {
            decision.map().forEach((name, cell) -> {
                if (cell instanceof Number number) {
                    cells.put(name, number);
                }
            });
        }
        return new Weights(cells);
    }

    static Weights of(Map<String, Number> cells) {
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
        return Optional.ofNullable(cells.get(name));
    }
}
