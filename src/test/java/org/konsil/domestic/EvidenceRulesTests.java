package org.konsil.domestic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.rules.RuleBook;
import org.konsil.rules.Rules;

class EvidenceRulesTests {

    private static final Rules RULES = RuleBook.RULES;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @AfterAll
    static void everyRowWasNeeded() {
        assertThat(RULES.coverage().missed("required-evidence")).isEmpty();
        assertThat(RULES.coverage().missed("exhaustion")).isEmpty();
        assertThat(RULES.coverage().missed("centre-type")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fi, routine, opinion", "fi, urgent, opinion",
        "no, routine, opinion-and-meeting", "no, urgent, opinion",
        "se, routine, opinion-and-meeting", "se, urgent, opinion",
        "dk, routine, opinion", "nl, routine, opinion",
        "de, routine, opinion", "de, urgent, waiver",
        "ua, routine, opinion", "ua, urgent, waiver",
        "pl, routine, opinion", "pl, urgent, own-evidence"
    })
    void eachCountryAsksForItsOwnEvidence(String country, String urgency, String evidence) {
        var asked = RULES.decide("required-evidence", Map.of("country", country, "urgency", urgency, "day", DAY));

        assertThat(asked.text()).isEqualTo(evidence);
    }

    @ParameterizedTest
    @CsvSource({
        "fi, routine, exhausted", "no, routine, exhausted", "no, urgent, explored", "se, routine, exhausted",
        "se, urgent, explored", "dk, routine, exhausted", "nl, routine, explored", "de, routine, exhausted",
        "ua, routine, explored", "pl, routine, explored"
    })
    void completeEvidenceOpensTheWayToANetwork(String country, String urgency, String result) {
        assertThat(judged(Map.of("country", country, "urgency", urgency))).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "no", "se", "dk", "nl", "de", "ua", "pl"})
    void withoutAnyEvidenceNoCountryLetsACaseGo(String country) {
        var nothing = Map.<String, Object>of("country", country, "urgency", "routine", "day", DAY);

        assertThat(RULES.decide("exhaustion", nothing).text()).isEqualTo("insufficient");
    }

    @ParameterizedTest
    @CsvSource({
        "fi, diagnostics, incomplete", "fi, treatments, remaining", "no, networkDiscussion, none",
        "no, guideline, no", "se, networkDiscussion, none", "dk, treatments, remaining",
        "nl, guideline, no", "de, diagnostics, incomplete"
    })
    void oneGapIsEnoughToAskForMore(String country, String fact, String value) {
        assertThat(judged(Map.of("country", country, fact, value))).isEqualTo("insufficient");
    }

    /** The strategy of 2024: a case of the day before keeps the former rule, one of the day itself has the new one. */
    @ParameterizedTest
    @CsvSource({"2023-12-31, opinion, exhausted", "2024-01-01, opinion-and-meeting, insufficient"})
    void norwayAsksForTheMeetingFromADayOn(LocalDate day, String evidence, String withoutMeeting) {
        var norway = Map.<String, Object>of("country", "no", "urgency", "routine", "day", day);

        assertThat(RULES.decide("required-evidence", norway).text()).isEqualTo(evidence);
        assertThat(judged(Map.of("country", "no", "networkDiscussion", "none", "day", day)))
                .isEqualTo(withoutMeeting);
    }

    @Test
    void aCountryThatCanHelpKeepsThePatientAndAWaiverPassesTheRestBy() {
        assertThat(judged(Map.of("solution", true, "waiverApproved", true))).isEqualTo("domestic-solution");
        assertThat(judged(Map.of("waiverApproved", true, "centreConsulted", false)))
                .isEqualTo("waived");
    }

    @Test
    void whoHasNoDiagnosisNeedNotExhaustTreatments() {
        assertThat(judged(Map.of("treatments", "remaining", "reasonClass", "diagnostic-deadlock")))
                .isEqualTo("explored");
    }

    @Test
    void anUrgentCaseOfTheDefaultPackGoesOnTheClinicansOwnEvidence() {
        assertThat(judged(Map.of("country", "pl", "urgency", "urgent", "centreConsulted", false)))
                .isEqualTo("explored");
        assertThat(judged(Map.of("country", "pl", "urgency", "routine", "centreConsulted", false)))
                .isEqualTo("insufficient");
    }

    @ParameterizedTest
    @CsvSource({"true, 1, type-a", "false, 4, type-a", "false, 3, type-b"})
    void undiagnosedPatientsAndThoseOfManyFieldsGoToTheCrossCuttingCentre(
            boolean undiagnosed, int fields, String type) {
        var facts = Map.<String, Object>of("undiagnosed", undiagnosed, "fields", fields, "day", DAY);

        assertThat(RULES.decide("centre-type", facts).text()).isEqualTo(type);
    }

    private static String judged(Map<String, Object> differing) {
        var facts = new HashMap<String, @Nullable Object>(Map.of(
                "country", "fi",
                "urgency", "routine",
                "solution", false,
                "waiverApproved", false,
                "centreConsulted", true,
                "networkDiscussion", "held",
                "diagnostics", "complete",
                "treatments", "exhausted",
                "trialsSearched", true,
                "guideline", "yes"));
        facts.put("reasonClass", "no-treatment");
        facts.put("day", DAY);
        facts.putAll(differing);
        return RULES.decide("exhaustion", facts).text();
    }
}
