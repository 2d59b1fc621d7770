package org.konsil.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.kernel.CaseId;
import org.konsil.packs.CountryPacks;
import org.konsil.rules.CaseFacts;
import org.konsil.rules.Decision;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;

/**
 * How the home provider's country stands to the networks by the rules of the case's day, table {@code country-standing}, and whether
 * the provider may send: table {@code provider-eligibility}.
 */
@Component
class CountryStandings implements CaseFacts {

    private static final String STANDING = "country-standing";
    private static final String ELIGIBILITY = "provider-eligibility";

    private final CaseFiles cases;
    private final Directory directory;
    private final Rules rules;
    private final CountryPacks packs;
    private final Clock clock;

    CountryStandings(CaseFiles cases, Directory directory, Rules rules, CountryPacks packs, Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.rules = rules;
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public Set<String> decisions() {
        return Set.of(STANDING, ELIGIBILITY);
    }

    @Override
    public Map<String, Object> about(CaseId caseId, String decisionId) {
        return decisionId.equals(ELIGIBILITY) ? sender(caseId) : country(caseId);
    }

    private Map<String, Object> country(CaseId caseId) {
        var country = cases.summary(caseId).country();
        return Map.of("country", country.code(), "sponsored", directory.isSponsored(country), "day", packs.day(caseId));
    }

    private Map<String, Object> sender(CaseId caseId) {
        var provider = cases.summary(caseId).provider();
        return Map.of(
                "standing", of(caseId).text(),
                "providerKnown", directory.provider(provider).isPresent(),
                "approvalValid", directory.approvalValid(provider, LocalDate.now(clock)),
                "day", packs.day(caseId));
    }

    Decision of(CaseId caseId) {
        return rules.decide(STANDING, country(caseId));
    }
}
