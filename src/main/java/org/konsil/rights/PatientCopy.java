package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.CaseId;
import org.konsil.rules.Rules;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that one controller holds of a patient, machine-readable (GDPR Art. 15(3), 20). Which parts go in is said by the rule
 * table {@code subject-access}; what is left out is named with the reason.
 */
@Component
class PatientCopy {

    static final String TABLE = "subject-access";

    private static final List<String> PARTS = List.of(
            "identity",
            "clinical",
            "consents",
            "submissions",
            "attachments",
            "opinions",
            "discussion",
            "minutes",
            "notes",
            "outcome",
            "interim-reports",
            "delivery",
            "letters",
            "follow-up",
            "registry",
            "requests",
            "readers");

    private final CaseFiles cases;
    private final CopyParts parts;
    private final Controllers controllers;
    private final Rules rules;
    private final ObjectMapper json;
    private final Clock clock;

    PatientCopy(
            CaseFiles cases, CopyParts parts, Controllers controllers, Rules rules, ObjectMapper json, Clock clock) {
        this.cases = cases;
        this.parts = parts;
        this.controllers = controllers;
        this.rules = rules;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ObjectNode of(CaseId caseId, Controller controller) {
        var about = cases.summary(caseId);
        var copy = json.createObjectNode();
        copy.set("about", header(about, controller));
        var leftOut = json.createArrayNode();
        for (var part : PARTS) {
            var rule = rules.decide(TABLE, Map.of("controller", code(controller), "part", part))
                    .map();
            if (Boolean.TRUE.equals(rule.get("included"))) {
                copy.set(part, unlessErased(() -> parts.of(part, about, controller)));
            } else {
                leftOut.addObject().put("part", part).put("because", String.valueOf(rule.get("source")));
            }
        }
        copy.set("leftOut", leftOut);
        return copy;
    }

    private ObjectNode header(CaseSummary about, Controller controller) {
        return json.createObjectNode()
                .put("format", "konsil-patient-copy-1")
                .put("made", clock.instant().toString())
                .put("case", about.caseId().toString())
                .put("country", about.country().code())
                .put("state", about.state().name())
                .put("registeredAt", about.registeredAt().toString())
                .put("controller", code(controller))
                .put("controllerName", controllers.name(about, controller));
    }

    private JsonNode unlessErased(Supplier<JsonNode> read) {
        try {
            return read.get();
        } catch (ContentErased e) {
            return json.createObjectNode().put("erased", true);
        }
    }

    private static String code(Controller controller) {
        return controller == Controller.HOME ? "home" : "network";
    }
}
