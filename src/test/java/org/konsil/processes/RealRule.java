package org.konsil.processes;

import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.konsil.rules.RuleBook;

/** What the worker {@code decide} answers where a table needs no more than the process knows, and the day of the case. */
final class RealRule {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private RealRule() {}

    static String named(ActivatedJob job) {
        return job.getCustomHeaders().get("decision");
    }

    static Map<String, Object> answer(ActivatedJob job) {
        var facts = new HashMap<>(job.getVariablesAsMap());
        facts.put("day", DAY);
        var answer = RuleBook.RULES.decide(named(job), facts).answer();
        return Map.of(job.getCustomHeaders().get("result"), Objects.requireNonNull(answer));
    }
}
