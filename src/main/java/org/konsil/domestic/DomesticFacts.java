package org.konsil.domestic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.packs.CountryPacks;
import org.konsil.rules.CaseFacts;
import org.konsil.terminology.Code;
import org.konsil.terminology.Terminology;
import org.springframework.stereotype.Component;

/** On what a country's rules are decided: the day whose rules hold, the evidence set, and whether a diagnosis is known. */
@Component
class DomesticFacts implements CaseFacts {

    private final DomesticReviews reviews;
    private final CaseFiles cases;
    private final Terminology terminology;
    private final CountryPacks packs;

    DomesticFacts(DomesticReviews reviews, CaseFiles cases, Terminology terminology, CountryPacks packs) {
        this.reviews = reviews;
        this.cases = cases;
        this.terminology = terminology;
        this.packs = packs;
    }

    @Override
    public Set<String> decisions() {
        return Set.of("required-evidence", "exhaustion", "centre-type");
    }

    @Override
    public Map<String, Object> about(CaseId caseId, String decisionId) {
        var summary = cases.summary(caseId);
        var facts = new HashMap<String, Object>();
        facts.put("country", summary.country().code());
        facts.put("urgency", summary.urgency().code());
        facts.put("day", packs.day(caseId));
        facts.putAll(
                switch (decisionId) {
                    case "exhaustion" -> evidence(caseId);
                    case "centre-type" -> diagnosis(caseId);
                    default -> Map.of();
                });
        return facts;
    }

    private Map<String, Object> evidence(CaseId caseId) {
        var review = reviews.of(caseId);
        var facts = new HashMap<>(review.evidence().facts());
        facts.put("waiverApproved", review.isWaived());
        return facts;
    }

    private Map<String, Object> diagnosis(CaseId caseId) {
        var clinical = cases.clinical(caseId);
        var heads = StreamSupport.stream(clinical.path("diseases").spliterator(), false)
                .map(disease -> disease.path("code").asText())
                .filter(code -> !code.isBlank())
                .flatMap(code -> terminology.headsOf(Code.parse(code)).stream())
                .distinct()
                .count();
        return Map.of("undiagnosed", isUndiagnosed(clinical), "fields", heads);
    }

    private static boolean isUndiagnosed(JsonNode clinical) {
        return clinical.path("diagnosisStatus").asText().equals("undiagnosed")
                || clinical.path("diseases").isEmpty();
    }
}
