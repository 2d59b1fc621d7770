package org.konsil.clocks;

import java.util.Map;
import java.util.Optional;
import org.konsil.rules.Rules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the goals of steps from the DMN table {@code clocks}. */
@Component
class Goals {

    private static final Logger LOG = LoggerFactory.getLogger(Goals.class);
    private static final String TABLE = "clocks";

    private final Rules rules;

    Goals(Rules rules) {
        this.rules = rules;
    }

    /** Empty if the table sets none. A goal that cannot be read is as good as none: work goes on without a date. */
    Optional<Goal> of(String step, String country, String urgency) {
        if (!rules.decisions().contains(TABLE)) {
            return Optional.empty();
        }
        var decision = rules.decide(TABLE, Map.of("step", step, "country", country, "urgency", urgency));
        if (!decision.isAnswered()) {
            return Optional.empty();
        }
        var goal = decision.answer() instanceof Map<?, ?> row ? row.get("goal") : decision.answer();
        if (!(goal instanceof String text) || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Goal.of(text));
        } catch (IllegalArgumentException e) {
            LOG.error("The table 'clocks' has a goal for step {} that cannot be read: {}", step, e.getMessage());
            return Optional.empty();
        }
    }
}
