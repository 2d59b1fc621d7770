package org.konsil.consent;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.rules.CaseFacts;
import org.springframework.stereotype.Component;

/** On what a consent is judged: what the newest version says, and how old the patient is, whether the network at work is covered. */
@Component
class ConsentFacts implements CaseFacts {

    private final Consents consents;
    private final CaseFiles cases;
    private final Grants grants;

    ConsentFacts(Consents consents, CaseFiles cases, Grants grants) {
        this.consents = consents;
        this.cases = cases;
        this.grants = grants;
    }

    @Override
    public Set<String> decisions() {
        return Set.of("who-decides", "consent-sufficient");
    }

    @Override
    public Map<String, Object> about(CaseId caseId, String decisionId) {
        var facts = new HashMap<String, Object>();
        facts.put("country", cases.summary(caseId).country().code());
        var age = cases.clinical(caseId).path("ageYears");
        if (age.isNumber()) {
            facts.put("age", age.decimalValue());
        }
        consents.of(caseId).ifPresent(consent -> add(consent, facts));
        facts.put("networkLeftOut", grants.heldBack(caseId).stream().anyMatch(held -> held.as() == As.NETWORK));
        return facts;
    }

    private void add(Consent consent, Map<String, Object> facts) {
        var today = consents.today();
        facts.put("consentGiven", consent.given() ? "yes" : "no");
        facts.put("withdrawn", consent.isCareWithdrawn());
        facts.put("expired", !consent.document().holdsOn(today));
        facts.put("referral", consent.holds(Scope.REFERRAL, today));
        facts.put("recordSharing", consent.holds(Scope.RECORD_SHARING, today));
        facts.put("panelCare", consent.holds(Scope.PANEL_CARE, today));
        facts.put("recipientsStated", consent.recipients().areStated());
        facts.put("patientSigned", consent.signed().patient());
        facts.put("guardiansSigned", consent.signed().byEnoughGuardians());
        facts.put("assent", consent.signed().assent());
        facts.put("minorDecides", consent.signed().minorDecides());
    }
}
