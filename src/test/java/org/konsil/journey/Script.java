package org.konsil.journey;

import java.util.HashMap;
import java.util.Map;

/** What the people of a story answer, form by form; what a script leaves out is filled in from the form's schema. */
@FunctionalInterface
interface Script {

    /** @param times how often this form was answered before on this case */
    Map<String, Object> answer(String formId, String account, int times);

    /** Everybody agrees, nothing is missing: the straight way to ADVISED. */
    static Script straight() {
        var answers = new HashMap<String, Map<String, Object>>();
        answers.put("provider-onboarding", Map.of("onboardingDecision", "approved", "approvedUntil", "2040-12-31"));
        answers.put(
                "record-consent",
                Map.of(
                        "consentGiven", "yes",
                        "scopes",
                                java.util.List.of(
                                        "referral",
                                        "record-sharing",
                                        "panel-care",
                                        "registry",
                                        "research-contact",
                                        "treatment-abroad"),
                        "signatories",
                                java.util.List.of(
                                        Map.of("name", "Aino Virtanen", "relation", "guardian", "date", "2026-01-10"),
                                        Map.of("name", "Eino Virtanen", "relation", "guardian", "date", "2026-01-10")),
                        "guardiansNeeded", "both",
                        "assent", "not-able",
                        "recipients", "any-ern"));
        answers.put(
                "domestic-opinion",
                Map.of(
                        "diagnosticsDone", "complete",
                        "treatmentsTried", "exhausted",
                        "trialsSearched", "yes",
                        "guidelineConsulted", "yes",
                        "solution", "no",
                        "reasonClass", "no-expertise"));
        answers.put("national-meeting", Map.of("held", "yes", "conclusion", "refer"));
        answers.put(
                "complete-evidence",
                Map.of(
                        "evidenceStep", "add",
                        "diagnosticsDone", "complete",
                        "treatmentsTried", "exhausted",
                        "trialsSearched", "yes",
                        "guidelineConsulted", "yes"));
        answers.put("approve-waiver", Map.of("waiverDecision", "approve"));
        answers.put(
                "triage",
                Map.of(
                        "inScope", "yes",
                        "completeness", "complete",
                        "triageDecision", "accept",
                        "urgencyAgreed", "routine"));
        answers.put(
                "panel-invitation",
                Map.of(
                        "conflictFinancial", "no",
                        "conflictInstitutional", "no",
                        "conflictPersonal", "no",
                        "conflictPriorTreatment", "no",
                        "invitationAnswer", "accept"));
        answers.put("lead-discussion", Map.of("leadDecision", "ready"));
        answers.put("draft-outcome", Map.of("travelNeeded", "no", "followUpMonths", java.util.List.of("3", "6", "12")));
        answers.put("sign-outcome", Map.of("signDecision", "agree"));
        answers.put("documented-benefit", Map.of("documentedBenefit", "met"));
        answers.put("receiving-hospital", Map.of("receivingHospital", "met"));
        answers.put(
                "four-conditions",
                Map.of(
                        "fourConditions", "met",
                        "examinedAtHighestExpertise", true,
                        "recognisedTreatment", true,
                        "namedDepartment", true,
                        "authorityInformed", true));
        answers.put("funding-decision", Map.of("fundingDecision", "approved"));
        answers.put("follow-up-report", Map.of("implemented", "yes", "vitalStatus", "alive", "followUpEnd", false));
        return (form, account, times) -> answers.getOrDefault(form, Map.of());
    }

    /** This script, but other answers for one form at one time. */
    default Script but(String form, int time, Map<String, Object> answers) {
        return (formId, account, times) -> {
            var usual = answer(formId, account, times);
            if (!formId.equals(form) || times != time) {
                return usual;
            }
            var changed = new HashMap<>(usual);
            changed.putAll(answers);
            return changed;
        };
    }

    /** This script, but other answers for one form from one person. */
    default Script but(String form, String person, Map<String, Object> answers) {
        return (formId, account, times) -> {
            var usual = answer(formId, account, times);
            if (!formId.equals(form) || !account.equals(person)) {
                return usual;
            }
            var changed = new HashMap<>(usual);
            changed.putAll(answers);
            return changed;
        };
    }
}
