package org.konsil.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The data protection officer approves the provider's use of the service until a day, for every later case too. */
@Component
class ProviderOnboarding implements HumanStep {

    private final Directory directory;
    private final CaseFiles cases;

    ProviderOnboarding(Directory directory, CaseFiles cases) {
        this.directory = directory;
        this.cases = cases;
    }

    @Override
    public Set<String> forms() {
        return Set.of("provider-onboarding");
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (answers.path("onboardingDecision").asText().equals("approved")) {
            directory.approve(
                    cases.summary(task.caseId()).provider(),
                    LocalDate.parse(answers.path("approvedUntil").asText()));
        }
        return Map.of();
    }
}
