package org.konsil.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The data protection officer approves the provider's use of the service until a day, for every later case too; or refuses, and the home clinician reads why. */
@Component
class ProviderOnboarding implements HumanStep {

    private static final String REFUSED = "onboarding-refused";
    private static final String NO_PART = "country-refused";

    private final Directory directory;
    private final CaseFiles cases;
    private final CountryStandings standings;
    private final Onboardings onboardings;
    private final WaitingCases waiting;
    private final ObjectMapper json;

    ProviderOnboarding(
            Directory directory,
            CaseFiles cases,
            CountryStandings standings,
            Onboardings onboardings,
            WaitingCases waiting,
            ObjectMapper json) {
        this.directory = directory;
        this.cases = cases;
        this.standings = standings;
        this.onboardings = onboardings;
        this.waiting = waiting;
        this.json = json;
    }

    @Override
    public Set<String> forms() {
        return Set.of("provider-onboarding", REFUSED, NO_PART);
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var prefill = json.createObjectNode();
        if (task.formId().equals(REFUSED)) {
            cases.latest(waiting.decidedIn(task.caseId()).orElse(task.caseId()), "provider-onboarding")
                    .ifPresent(
                            refused -> prefill.set("reason", refused.answers().path("reason")));
        }
        var others = task.formId().equals("provider-onboarding") ? onboardings.waitingWith(task.caseId()) : 0;
        if (others > 0) {
            prefill.put("others", others);
        }
        if (task.formId().equals(NO_PART)) {
            standings.of(task.caseId()).matched().stream()
                    .findFirst()
                    .ifPresent(row -> prefill.put("reason", row.description()));
        }
        return prefill;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var decision = answers.path("onboardingDecision").asText();
        if (decision.equals("approved")) {
            directory.approve(
                    cases.summary(task.caseId()).provider(),
                    LocalDate.parse(answers.path("approvedUntil").asText()));
        }
        if (task.formId().equals("provider-onboarding")) {
            onboardings.decided(task.caseId(), decision);
        }
        return Map.of();
    }
}
