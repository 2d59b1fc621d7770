package org.konsil.journey;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What people usually answer, by form. */
public final class Usual {

    private static final String SIGNED = "2026-01-10";

    public static final Map<String, Map<String, Object>> ANSWERS = Map.ofEntries(
            entry("provider-onboarding", Map.of("onboardingDecision", "approved", "approvedUntil", "2060-12-31")),
            entry("record-consent", consent()),
            entry("domestic-opinion", with(evidence(), Map.of("solution", "no", "reasonClass", "no-expertise"))),
            entry("national-meeting", Map.of("held", "yes", "conclusion", "refer")),
            entry("complete-evidence", with(evidence(), Map.of("evidenceStep", "add"))),
            entry("approve-waiver", Map.of("waiverDecision", "approve")),
            entry("triage", Map.of("inScope", "yes", "completeness", "complete", "triageDecision", "accept")),
            entry("panel-invitation", noConflict()),
            entry(
                    "lead-discussion",
                    Map.of(
                            "conflictFinancial", "no",
                            "conflictInstitutional", "no",
                            "conflictPersonal", "no",
                            "conflictPriorTreatment", "no",
                            "leadDecision", "ready")),
            entry("draft-outcome", Map.of("travelNeeded", "no", "followUpMonths", List.of("3", "6", "12"))),
            entry("sign-outcome", Map.of("signDecision", "agree")),
            entry("documented-benefit", Map.of("documentedBenefit", "met")),
            entry("receiving-hospital", Map.of("receivingHospital", "met")),
            entry("four-conditions", fourConditions()),
            entry("specialist-statement", Map.of("specialistStatement", "met")),
            entry("region-statement", Map.of("regionStatement", "met")),
            entry("insured-care", Map.of("insuredCare", "met")),
            entry("necessity-abroad", Map.of("necessityAbroad", "met")),
            entry("travel", Map.of("travelResult", "travelled")),
            entry("funding-decision", Map.of("fundingDecision", "approved")),
            entry("follow-up-report", Map.of("implemented", "yes", "vitalStatus", "alive", "followUpEnd", false)));

    private Usual() {}

    /** Signed by both guardians and, where the country lets the patient decide, by the patient too. */
    private static Map<String, Object> consent() {
        return Map.of(
                "consentGiven", "yes",
                "scopes",
                        List.of(
                                "referral",
                                "record-sharing",
                                "panel-care",
                                "registry",
                                "research-contact",
                                "treatment-abroad"),
                "signatories",
                        List.of(
                                signatory("Aino Virtanen", "guardian"),
                                signatory("Eino Virtanen", "guardian"),
                                signatory("Onni Virtanen", "patient")),
                "guardiansNeeded", "both",
                "assent", "given",
                "recipients", "any-ern");
    }

    private static Map<String, Object> signatory(String name, String relation) {
        return Map.of("name", name, "relation", relation, "date", SIGNED);
    }

    private static Map<String, Object> evidence() {
        return Map.of(
                "diagnosticsDone", "complete",
                "treatmentsTried", "exhausted",
                "trialsSearched", "yes",
                "guidelineConsulted", "yes");
    }

    private static Map<String, Object> noConflict() {
        return Map.of(
                "conflictFinancial", "no",
                "conflictInstitutional", "no",
                "conflictPersonal", "no",
                "conflictPriorTreatment", "no",
                "invitationAnswer", "accept");
    }

    private static Map<String, Object> fourConditions() {
        return Map.of(
                "fourConditions", "met",
                "examinedAtHighestExpertise", true,
                "recognisedTreatment", true,
                "namedDepartment", true,
                "authorityInformed", true);
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        var all = new java.util.HashMap<>(some);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
