package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/**
 * The form {@code confirm-erasure}, after care was withdrawn: the home provider erases its own copy or keeps it, and asks the
 * network to erase its copy, which that controller decides itself.
 */
@Component
class ConfirmErasure implements HumanStep {

    private static final UUID NO_PART = new UUID(0, 0);

    private final RightsRequests requests;
    private final Erasures erasures;
    private final Controllers controllers;
    private final CaseFiles cases;

    ConfirmErasure(RightsRequests requests, Erasures erasures, Controllers controllers, CaseFiles cases) {
        this.requests = requests;
        this.erasures = erasures;
        this.controllers = controllers;
        this.cases = cases;
    }

    @Override
    public Set<String> forms() {
        return Set.of("confirm-erasure");
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var caseId = task.caseId();
        var concerned = controllers.concerned(cases.summary(caseId));
        if (isErase(answers, "homeRecord") && concerned.contains(Controller.HOME)) {
            erasures.require(caseId, Controller.HOME, NO_PART);
            requests.openDecided(caseId, Controller.HOME, "gdpr-17-1-b", by);
        }
        if (isErase(answers, "networkCopy") && concerned.contains(Controller.NETWORK)) {
            requests.openOwn(caseId, Kind.ERASURE, Controller.NETWORK);
        }
        return Map.of();
    }

    private static boolean isErase(JsonNode answers, String field) {
        return answers.path(field).asText().equals("erase");
    }
}
