package org.konsil.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.kernel.CaseId;
import org.konsil.rules.CaseFacts;
import org.konsil.rules.Decision;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;

/** How the home provider's country stands to the networks today: table {@code country-standing}. */
@Component
class CountryStandings implements CaseFacts {

    private static final String STANDING = "country-standing";

    private final CaseFiles cases;
    private final Directory directory;
    private final Rules rules;
    private final Clock clock;

    CountryStandings(CaseFiles cases, Directory directory, Rules rules, Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Set<String> decisions() {
        return Set.of(STANDING);
    }

    @Override
    public Map<String, Object> about(CaseId caseId, String decisionId) {
        var country = cases.summary(caseId).country();
        return Map.of(
                "country", country.code(), "sponsored", directory.isSponsored(country), "day", LocalDate.now(clock));
    }

    Decision of(CaseId caseId) {
        return rules.decide(STANDING, about(caseId, STANDING));
    }
}
