package org.konsil.clocks;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.rules.Rules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the DMN table {@code clocks}. */
@Component
class ClockRules {

    private static final Logger LOG = LoggerFactory.getLogger(ClockRules.class);
    private static final String TABLE = "clocks";

    private final Rules rules;

    ClockRules(Rules rules) {
        this.rules = rules;
    }

    /**
     * The row for a step, named by its element or else by its form. Empty if the table has none. A row that cannot be read is as good
     * as none: work goes on without a date.
     */
    Optional<ClockRule> of(String step, String form, String country, @Nullable String network, String urgency) {
        var found = of(step, country, network, urgency);
        return found.isPresent() || form.isBlank() ? found : of(form, country, network, urgency);
    }

    /** SHA-256 of the table that is in force; empty if there is none. */
    String version() {
        return rules.decisions().contains(TABLE) ? rules.version(TABLE) : "";
    }

    private Optional<ClockRule> of(String step, String country, @Nullable String network, String urgency) {
        if (!rules.decisions().contains(TABLE)) {
            return Optional.empty();
        }
        var facts =
                Map.of("step", step, "country", country, "network", network == null ? "" : network, "urgency", urgency);
        var decision = rules.decide(TABLE, facts);
        if (!(decision.answer() instanceof Map<?, ?> cells)) {
            return Optional.empty();
        }
        try {
            var row = decision.matched().isEmpty()
                    ? ""
                    : decision.matched().getLast().ruleId();
            return Optional.of(ClockRule.read(cells, row, decision.version()));
        } catch (IllegalArgumentException e) {
            LOG.error("The table 'clocks' has a row for step {} that cannot be read: {}", step, e.getMessage());
            return Optional.empty();
        }
    }
}
