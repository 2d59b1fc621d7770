package org.konsil.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.konsil.advice.Outcome;
import org.konsil.advice.Outcomes;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.PatientIdentities;
import org.konsil.consent.Consents;
import org.konsil.consent.Scope;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Pseudonyms;
import org.springframework.stereotype.Component;

/**
 * The set of common data elements for rare disease registration (European Commission, JRC, 2017): 16 elements in 8 groups, under
 * their numbers. What is not known is said so and not guessed.
 */
@Component
class CommonElements {

    private static final String UNKNOWN = "undetermined";
    /** Of the classification of functioning (ICF) the codes only: whatever else was written there may tell who it is. */
    private static final Pattern ICF = Pattern.compile("\\b[bsde][1-9]\\d{2,4}(?:\\.\\d)?\\b");

    private final CaseFiles cases;
    private final PatientIdentities identities;
    private final Outcomes outcomes;
    private final Consents consents;
    private final VitalStatus vital;
    private final Pseudonyms pseudonyms;
    private final ObjectMapper json;

    CommonElements(
            CaseFiles cases,
            PatientIdentities identities,
            Outcomes outcomes,
            Consents consents,
            VitalStatus vital,
            Pseudonyms pseudonyms,
            ObjectMapper json) {
        this.cases = cases;
        this.identities = identities;
        this.outcomes = outcomes;
        this.consents = consents;
        this.vital = vital;
        this.pseudonyms = pseudonyms;
        this.json = json;
    }

    /** @param birth how much of the date of birth goes along: day, month or year */
    ObjectNode of(CaseId caseId, String birth) {
        var clinical = cases.clinical(caseId);
        var outcome = outcomes.of(caseId).filter(Outcome::isClosed);
        var elements = json.createObjectNode();
        elements.put("1.1 pseudonym", pseudonyms.of(caseId, Pseudonyms.Context.REGISTRY));
        elements.put(
                "2.1 date of birth",
                shortened(identities.of(caseId).path("dateOfBirth").asText(""), birth));
        elements.put("2.2 sex", sex(clinical.path("sex").asText()));
        elements.put("3.1 patient status", vital.of(caseId));
        elements.put("3.2 date of death", vital.dateOfDeath(caseId));
        elements.put(
                "4.1 first contact with specialised centre",
                clinical.path("firstContact").asText(""));
        elements.put(
                "5.1 age at onset",
                known(clinical.path("diseases").path(0).path("onset").asText("")));
        elements.put(
                "5.2 age at diagnosis", known(clinical.path("ageAtDiagnosis").asText("")));
        elements.put("6.1 diagnosis of the rare disease", diagnosis(clinical, outcome));
        elements.put("6.2 genetic diagnosis", joined(clinical.path("genes"), "gene", "variant"));
        elements.put("6.3 undiagnosed case", undiagnosed(clinical, outcome));
        elements.put("7.1 agreement to be contacted for research", yes(consents.holds(caseId, Scope.RESEARCH_CONTACT)));
        elements.put("7.2 consent to the reuse of data", yes(consents.holds(caseId, Scope.REGISTRY)));
        elements.put("7.3 biological sample", known(clinical.path("sample").asText("")));
        elements.put("7.4 link to a biobank", clinical.path("biobank").asText(""));
        elements.put(
                "8.1 classification of functioning/disability",
                functioning(clinical.path("disability").asText("")));
        return elements;
    }

    /** The panel's diagnosis, else the one that the case was registered with. */
    static String diagnosis(JsonNode clinical, Optional<Outcome> outcome) {
        return outcome.map(Outcome::diagnosis)
                .filter(code -> !code.isBlank())
                .orElse(clinical.path("diseases").path(0).path("code").asText(""));
    }

    private static String undiagnosed(JsonNode clinical, Optional<Outcome> outcome) {
        var is = outcome.map(Outcome::certainty)
                .orElse(clinical.path("diagnosisStatus").asText())
                .equals("undiagnosed");
        return is ? "yes: " + joined(clinical.path("phenotypes"), "code", "") : "no";
    }

    private static String sex(String code) {
        return code.equals("female") || code.equals("male") ? code : UNKNOWN;
    }

    private static String functioning(String text) {
        var codes = ICF.matcher(text).results().map(found -> found.group()).toList();
        return codes.isEmpty() ? (text.isBlank() ? "" : "recorded, not coded") : String.join(" ", codes);
    }

    private static String joined(JsonNode rows, String first, String second) {
        var all = new java.util.StringJoiner("; ");
        rows.forEach(row ->
                all.add((row.path(first).asText("") + " " + row.path(second).asText("")).strip()));
        return all.toString();
    }

    private static String shortened(String day, String birth) {
        var length =
                switch (birth) {
                    case "year" -> "2026".length();
                    case "month" -> "2026-01".length();
                    default -> day.length();
                };
        return day.substring(0, Math.min(length, day.length()));
    }

    private static String known(String value) {
        return value.isBlank() || value.equals("unknown") ? UNKNOWN : value;
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }
}
