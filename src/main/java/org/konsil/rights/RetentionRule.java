package org.konsil.rights;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Optional;
import org.konsil.casefile.CaseSummary;
import org.konsil.delivery.Deliveries;
import org.konsil.rules.Rules;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/** How long a copy has to be kept, and when it is asked whether it still is: the rule table {@code retention}. */
@Component
class RetentionRule {

    static final String TABLE = "retention";

    /**
     * What the table says of a copy.
     *
     * @param obligation for so long after the case was closed the law obliges to keep it
     * @param review so long after the closing its controller is asked
     */
    record Kept(Period obligation, Period review, String basis, String source) {

        Instant obligedUntil(Instant closed) {
            return after(closed, obligation);
        }

        Instant reviewAt(Instant closed) {
            return after(closed, review);
        }

        private static Instant after(Instant start, Period period) {
            return start.atZone(ZoneOffset.UTC).plus(period).toInstant();
        }
    }

    private final Rules rules;
    private final Deliveries deliveries;

    RetentionRule(Rules rules, Deliveries deliveries) {
        this.rules = rules;
        this.deliveries = deliveries;
    }

    Kept of(CaseSummary about, Controller controller) {
        var facts = new HashMap<String, Object>();
        facts.put("controller", controller == Controller.HOME ? "home" : "network");
        facts.put("country", about.country().code());
        facts.put("adviceReceived", deliveries.of(about.caseId()).isPresent());
        var row = rules.decide(TABLE, facts).map();
        return new Kept(
                period(row.get("obligation")),
                period(row.get("review")),
                String.valueOf(row.get("basis")),
                String.valueOf(row.get("source")));
    }

    static Period period(@org.jspecify.annotations.Nullable Object text) {
        return Optional.ofNullable(text)
                .map(String::valueOf)
                .filter(it -> !it.contains("T"))
                .map(Period::parse)
                .orElse(Period.ZERO);
    }
}
