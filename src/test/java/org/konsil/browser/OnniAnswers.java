package org.konsil.browser;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the people of the reference story write into their forms. */
final class OnniAnswers {

    static final Map<String, ?> CONSENT = Map.ofEntries(
            Map.entry("consentGiven", "yes"),
            Map.entry(
                    "scopes",
                    List.of(
                            "referral",
                            "record-sharing",
                            "panel-care",
                            "registry",
                            "research-contact",
                            "treatment-abroad")),
            Map.entry("signatories", List.of(guardian("Aino Virtanen"), guardian("Eino Virtanen"))),
            Map.entry("guardiansNeeded", "both"),
            Map.entry("assent", "not-able"),
            Map.entry("recipients", "any-ern"),
            Map.entry("thirdCountries", List.of("gb")),
            Map.entry("language", "fi"),
            Map.entry("interpreter", "not-needed"));

    static final Map<String, ?> DOMESTIC = Map.of(
            "diagnosticsDone", "complete",
            "treatmentsTried", "exhausted",
            "trialsSearched", "yes",
            "guidelineConsulted", "yes",
            "solution", "no",
            "reasonClass", "no-expertise");

    static final Map<String, ?> TRIAGE = Map.of(
            "inScope", "yes", "completeness", "complete", "urgencyAgreed", "routine", "triageDecision", "accept");

    static final Map<String, ?> NO_CONFLICT = Map.of(
            "conflictFinancial", "no",
            "conflictInstitutional", "no",
            "conflictPersonal", "no",
            "conflictPriorTreatment", "no",
            "invitationAnswer", "accept");

    static final Map<String, ?> OPINION = Map.of(
            "assessment", "Radiosurgery spares speech better than a resection would.",
            "evidenceLevel", "4",
            "confidence", "high");

    /** Of a lead who has no conflict of interest and enough to draft from. */
    static final Map<String, ?> READY = Map.of(
            "conflictFinancial", "no",
            "conflictInstitutional", "no",
            "conflictPersonal", "no",
            "conflictPriorTreatment", "no",
            "leadDecision", "ready");

    static final Map<String, ?> QUESTION = Map.of(
            "conflictFinancial", "no",
            "conflictInstitutional", "no",
            "conflictPersonal", "no",
            "conflictPriorTreatment", "no",
            "leadDecision", "ask",
            "askItems", List.of(Map.of("item", "MRI at 3 tesla", "why", "Size of the malformation")),
            "interimAdvice", "Keep clobazam until the outcome.");

    static final Map<String, ?> OUTCOME = Map.of(
            "summary", "The panel advises GammaKnife radiosurgery.",
            "diagnosis", "ORPHA:65683",
            "certainty", "confirmed",
            "recommendations",
                    List.of(Map.of(
                            "type", "surgery",
                            "priority", "high",
                            "text", "GammaKnife radiosurgery of the malformation",
                            "responsible", "La Timone, Marseille",
                            "timeFrame", "within three months",
                            "evidence", "4")),
            "travelNeeded", "yes",
            "treatmentPlace", "La Timone, Marseille",
            "followUpMonths", List.of("3", "6"));

    static final Map<String, ?> APPLICATION = Map.of(
            "applicationStep", "apply",
            "route", "s2",
            "countryAbroad", "fr",
            "documents",
                    List.of(
                            "network-advice",
                            "treatment-plan",
                            "need-statement",
                            "acceptance",
                            "public-care-statement"));

    private OnniAnswers() {}

    static Map<String, ?> registration(String pseudonym) {
        return Map.ofEntries(
                Map.entry("provider", "hus"),
                Map.entry("country", "fi"),
                Map.entry("pseudonym", pseudonym),
                Map.entry("familyName", "Virtanen"),
                Map.entry("dateOfBirth", "2022-03-14"),
                Map.entry("sex", "male"),
                Map.entry("diagnosisStatus", "suspected"),
                Map.entry("diseases", List.of(Map.of("code", "ORPHA:65683"))),
                Map.entry("phenotypes", List.of(Map.of("code", "HP:0001250", "presence", "present"))),
                Map.entry("clinicalSummary", "Four-year-old boy, 20 to 30 seizures a day."),
                Map.entry("question", "surgery"),
                Map.entry("urgency", "routine"));
    }

    static Map<String, ?> panel(LocalDate opinionsBy) {
        return Map.of(
                "lead",
                "lead.epicare",
                "experts",
                List.of("expert1.epicare", "expert2.epicare", "expert3.epicare", "expert4.epicare"),
                "opinionDue",
                opinionsBy.toString(),
                "language",
                "en");
    }

    static Map<String, ?> followUp(boolean last) {
        var answers = new HashMap<String, Object>(Map.of(
                "implemented", "yes",
                "result", "better",
                "outcome", "Two seizures a month.",
                "adverseEvents", "no",
                "diagnosisChanged", "no",
                "vitalStatus", "alive"));
        if (last) {
            answers.put("followUpEnd", List.of("true"));
        }
        return answers;
    }

    private static Map<String, String> guardian(String name) {
        return Map.of("name", name, "relation", "guardian", "date", "2026-01-10");
    }
}
