package org.konsil.clocks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.rules.Rules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the DMN table {@code clocks}; what it once answered is remembered, because each look at a case asks for each of its clocks. */
@Component
class ClockRules {

    private static final Logger LOG = LoggerFactory.getLogger(ClockRules.class);
    private static final String TABLE = "clocks";

    /** @param version of the table, so that another one in force is asked anew */
    private record Asked(String version, String step, String country, String network, String urgency) {}

    private final Rules rules;
    private final Cache<Asked, Optional<ClockRule>> read =
            Caffeine.newBuilder().maximumSize(10_000).build();

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
        return rules.knows(TABLE) ? rules.version(TABLE) : "";
    }

    private Optional<ClockRule> of(String step, String country, @Nullable String network, String urgency) {
        var version = version();
        return version.isEmpty()
                ? Optional.empty()
                : read.get(new Asked(version, step, country, network == null ? "" : network, urgency), this::read);
    }

    private Optional<ClockRule> read(Asked asked) {
        var decision = rules.decide(
                TABLE,
                Map.of(
                        "step", asked.step(),
                        "country", asked.country(),
                        "network", asked.network(),
                        "urgency", asked.urgency()));
        if (!(decision.answer() instanceof Map<?, ?> cells)) {
            return Optional.empty();
        }
        try {
            var row = decision.matched().isEmpty()
                    ? ""
                    : decision.matched().getLast().ruleId();
            return Optional.of(ClockRule.read(cells, row, decision.version()));
        } catch (IllegalArgumentException e) {
            LOG.error("The table 'clocks' has a row for step {} that cannot be read: {}", asked.step(), e.getMessage());
            return Optional.empty();
        }
    }
}
