package org.konsil.packs;

import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.rules.CaseFacts;
import org.springframework.stereotype.Component;

/** On what the table {@code country-pack} decides: the home provider's country, and the day whose rules hold for the case. */
@Component
class PackFacts implements CaseFacts {

    private final CountryPacks packs;
    private final CaseFiles cases;

    PackFacts(CountryPacks packs, CaseFiles cases) {
        this.packs = packs;
        this.cases = cases;
    }

    @Override
    public Set<String> decisions() {
        return Set.of("country-pack");
    }

    @Override
    public Map<String, Object> about(CaseId caseId, String decisionId) {
        return Map.of("country", cases.summary(caseId).country().code(), "day", packs.day(caseId));
    }
}
