package org.konsil.abroad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.packs.CountryPacks;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;

/** The tables {@code abroad-routes} and {@code abroad-documents}, asked for a case: its country, by the rules of its day. */
@Component
class Ways {

    private final Rules rules;
    private final CaseFiles cases;
    private final CountryPacks packs;

    Ways(Rules rules, CaseFiles cases, CountryPacks packs) {
        this.rules = rules;
        this.cases = cases;
        this.packs = packs;
    }

    /** Country and day, by their names in the tables. */
    Map<String, Object> place(CaseId caseId) {
        return Map.of("country", cases.summary(caseId).country().code(), "day", packs.day(caseId));
    }

    /** The routes that are open, with the words for each. */
    SequencedMap<String, String> routes(CaseId caseId) {
        return labels("abroad-routes", "route", place(caseId));
    }

    /** What an application by this route needs, with the words for each. */
    SequencedMap<String, String> documents(CaseId caseId, String route) {
        var facts = new LinkedHashMap<>(place(caseId));
        facts.put("route", route);
        return labels("abroad-documents", "document", facts);
    }

    private SequencedMap<String, String> labels(String decision, String code, Map<String, Object> facts) {
        var labels = new LinkedHashMap<String, String>();
        var answer = rules.decide(decision, facts);
        if (answer.isAnswered()) {
            for (var row : List.copyOf(answer.list())) {
                if (row instanceof Map<?, ?> named) {
                    labels.put(String.valueOf(named.get(code)), String.valueOf(named.get("label")));
                }
            }
        }
        return labels;
    }
}
