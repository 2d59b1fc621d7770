package org.konsil.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.rules.RuleBook;
import org.konsil.rules.Rules;

class ConsentRulesTests {

    private static final Rules RULES = RuleBook.RULES;

    @AfterAll
    static void everyRowWasNeeded() {
        assertThat(RULES.coverage().missed("who-decides")).isEmpty();
        assertThat(RULES.coverage().missed("consent-sufficient")).isEmpty();
        assertThat(RULES.coverage().missed("consent-covers")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "fi, null, false, whoever-signed, false",
                "fi, 40, false, patient, false",
                "fi, 4, false, guardians, false",
                "fi, 13, false, guardians, true",
                "fi, 15, true, patient, false",
                "se, 15, true, patient, false",
                "de, 16, true, patient, false",
                "no, 16, false, patient, false",
                "no, 7, false, guardians, true",
                "no, 6, false, guardians, false",
                "no, 15, true, guardians, true",
                "dk, 15, false, patient, false",
                "dk, 14, false, guardians, true",
                "nl, 16, false, patient, false",
                "nl, 12, false, both, false",
                "nl, 11, false, guardians, false",
                "pl, 17, false, both, false",
                "pl, 15, false, guardians, true",
                "ua, 14, false, patient, false",
                "ua, 13, false, guardians, true",
                "is, 16, false, patient, false",
                "is, 15, false, guardians, true",
                "gb, 16, false, patient, false",
                "it, 17, false, guardians, true"
            })
    void whoDecidesDependsOnCountryAgeAndMaturity(
            String country, @Nullable Integer age, boolean mature, String decides, boolean assentAsked) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("country", country);
        facts.put("age", age);
        facts.put("minorDecides", mature);

        assertThat(RULES.decide("who-decides", facts).map())
                .containsEntry("decides", decides)
                .containsEntry("assentAsked", assentAsked);
    }

    @Test
    void aCompleteConsentOfOnnisParentsIsSufficient() {
        assertThat(judged(Map.of())).isEqualTo("sufficient");
    }

    @ParameterizedTest
    @CsvSource({
        "consentGiven, no, declined",
        "consentGiven, none, incomplete",
        "withdrawn, true, declined",
        "expired, true, incomplete",
        "referral, false, incomplete",
        "recordSharing, false, incomplete",
        "panelCare, false, incomplete",
        "recipientsStated, false, incomplete",
        "networkLeftOut, true, incomplete",
        "guardiansSigned, false, incomplete"
    })
    void whateverIsMissingMakesItInsufficient(String fact, String value, String decision) {
        Object given = value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;

        assertThat(judged(Map.of(fact, given))).isEqualTo(decision);
    }

    @Test
    void aPatientOfAgeSignsInPerson() {
        assertThat(judged(Map.of("age", 30))).isEqualTo("incomplete");
        assertThat(judged(Map.of("age", 30, "patientSigned", true, "guardiansSigned", false)))
                .isEqualTo("sufficient");
    }

    @Test
    void aTwelveYearOldInTheNetherlandsSignsWithTheParents() {
        assertThat(judged(Map.of("country", "nl", "age", 12))).isEqualTo("incomplete");
        assertThat(judged(Map.of("country", "nl", "age", 12, "patientSigned", true)))
                .isEqualTo("sufficient");
    }

    @Test
    void anOlderChildIsHeard() {
        assertThat(judged(Map.of("age", 13))).isEqualTo("incomplete");
        assertThat(judged(Map.of("age", 13, "assent", "refused"))).isEqualTo("incomplete");
        assertThat(judged(Map.of("age", 13, "assent", "given"))).isEqualTo("sufficient");
        assertThat(judged(Map.of("age", 13, "assent", "not-able"))).isEqualTo("sufficient");
    }

    @Test
    void whereNoAgeIsKnownSomebodyHasToHaveSigned() {
        var facts = facts(Map.of("guardiansSigned", false));
        facts.put("age", null);

        assertThat(RULES.decide("consent-sufficient", facts).text()).isEqualTo("incomplete");

        facts.put("patientSigned", true);
        assertThat(RULES.decide("consent-sufficient", facts).text()).isEqualTo("sufficient");
    }

    @ParameterizedTest
    @CsvSource({"false, true, 0, false", "true, true, 2, true", "true, false, 0, true", "true, false, 1, false"})
    void aNetworkIsCoveredWhereAnyOneIsOrWhereItIsNamed(
            boolean careHolds, boolean anyErn, int notNamed, boolean covered) {
        var facts = Map.<String, @Nullable Object>of("careHolds", careHolds, "anyErn", anyErn, "notNamed", notNamed);

        assertThat(RULES.decide("consent-covers", facts).answer()).isEqualTo(covered);
    }

    private static String judged(Map<String, Object> differing) {
        return RULES.decide("consent-sufficient", facts(differing)).text();
    }

    private static Map<String, @Nullable Object> facts(Map<String, Object> differing) {
        var facts = new HashMap<String, @Nullable Object>(Map.of(
                "country", "fi",
                "age", 4,
                "minorDecides", false,
                "consentGiven", "yes",
                "withdrawn", false,
                "expired", false,
                "referral", true,
                "recordSharing", true,
                "panelCare", true,
                "recipientsStated", true));
        facts.put("patientSigned", false);
        facts.put("guardiansSigned", true);
        facts.put("assent", "none");
        facts.putAll(differing);
        return facts;
    }
}
