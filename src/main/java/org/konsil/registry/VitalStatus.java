package org.konsil.registry;

import java.util.List;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.ClosingReason;
import org.springframework.stereotype.Component;

/** Whether the patient lives, by what was reported last. */
@Component
class VitalStatus {

    private final CaseFiles cases;

    VitalStatus(CaseFiles cases) {
        this.cases = cases;
    }

    /** Element 3.1: alive, dead, lost in follow-up or opted out. */
    String of(CaseId caseId) {
        var reason = cases.summary(caseId).closingReason();
        if (reason == ClosingReason.DECEASED) {
            return "dead";
        }
        if (reason == ClosingReason.WITHDRAWN) {
            return "opted-out";
        }
        var reported = cases.latest(caseId, "follow-up-report")
                .map(report -> report.answers().path("vitalStatus").asText())
                .orElse(cases.clinical(caseId).path("vitalStatus").asText("alive"));
        return switch (reported) {
            case "deceased" -> "dead";
            case "unknown" -> "lost-in-follow-up";
            default -> "alive";
        };
    }

    /** Element 3.2; empty while the patient lives, or where nobody said. */
    String dateOfDeath(CaseId caseId) {
        for (var form : List.of("report-death", "confirm-death")) {
            var said = cases.latest(caseId, form)
                    .map(report -> report.answers().path("dateOfDeath").asText(""))
                    .orElse("");
            if (!said.isEmpty()) {
                return said;
            }
        }
        return "";
    }
}
