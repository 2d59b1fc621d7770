package org.konsil.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.konsil.advice.Outcome;
import org.konsil.advice.Outcomes;
import org.konsil.casefile.CaseFiles;
import org.konsil.followup.FollowUps;
import org.konsil.followup.Planned;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.springframework.stereotype.Component;

/** What research learns of a case: broad groups only. No pseudonym, no date, no hospital, no country. */
@Component
class ResearchRow {

    private static final int DECADE = 10;

    private final CaseFiles cases;
    private final Outcomes outcomes;
    private final FollowUps followUps;
    private final ObjectMapper json;

    ResearchRow(CaseFiles cases, Outcomes outcomes, FollowUps followUps, ObjectMapper json) {
        this.cases = cases;
        this.outcomes = outcomes;
        this.followUps = followUps;
        this.json = json;
    }

    ObjectNode of(CaseId caseId) {
        var about = cases.summary(caseId);
        var clinical = cases.clinical(caseId);
        var outcome = outcomes.of(caseId).filter(Outcome::isClosed);
        var closed = about.closedAt();
        var reason = about.closingReason();
        return json.createObjectNode()
                .put("year", closed == null ? 0 : Days.of(closed).getYear())
                .put("age", decade(clinical.path("ageYears").asInt()))
                .put("sex", clinical.path("sex").asText("unknown"))
                .put("diagnosis", CommonElements.diagnosis(clinical, outcome))
                .put("closed", reason == null ? "" : reason.name().toLowerCase(Locale.ROOT))
                .put("implemented", lastImplemented(caseId));
    }

    private String lastImplemented(CaseId caseId) {
        return followUps.of(caseId).stream()
                .map(Planned::implemented)
                .filter(said -> said != null)
                .reduce("unknown", (before, now) -> now);
    }

    private static String decade(int years) {
        var from = years / DECADE * DECADE;
        return from + "-" + (from + DECADE - 1);
    }
}
