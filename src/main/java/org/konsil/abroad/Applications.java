package org.konsil.abroad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Submission;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The applications of a case as they were filled in; the newest counts. */
@Component
class Applications {

    private final CaseFiles cases;
    private final Ways ways;

    Applications(CaseFiles cases, Ways ways) {
        this.cases = cases;
        this.ways = ways;
    }

    Optional<Submission> latest(CaseId caseId) {
        return cases.latest(caseId, "abroad-application");
    }

    /** Whether the route of the newest application is open to the country. */
    boolean isRouteOpen(CaseId caseId) {
        return latest(caseId)
                .filter(made -> ways.routes(caseId).containsKey(route(made)))
                .isPresent();
    }

    /** The words for the documents that the newest application lacks. */
    List<String> missing(CaseId caseId) {
        return latest(caseId)
                .map(made -> {
                    var needed = ways.documents(caseId, route(made));
                    needed.keySet().removeAll(documents(made));
                    return List.copyOf(needed.values());
                })
                .orElse(List.of());
    }

    /** How often the newest application was refused so far. */
    long refusals(CaseId caseId) {
        var since = latest(caseId);
        return cases.submissions(caseId, "funding-decision").stream()
                .filter(it -> since.isEmpty() || !it.at().isBefore(since.get().at()))
                .filter(it -> it.answers().path("fundingDecision").asText().equals("refused"))
                .count();
    }

    /** Whether the patient left on the newest application. */
    boolean hasPatientLeft(CaseId caseId) {
        var since = latest(caseId);
        return cases.latest(caseId, "travel")
                .filter(it -> since.isEmpty() || !it.at().isBefore(since.get().at()))
                .filter(it -> it.answers().path("travelResult").asText().equals("travelled"))
                .isPresent();
    }

    static String route(Submission made) {
        return made.answers().path("route").asText();
    }

    private static List<String> documents(Submission made) {
        var ticked = new ArrayList<String>();
        StreamSupport.stream(made.answers().path("documents").spliterator(), false)
                .forEach(it -> ticked.add(it.asText()));
        return ticked;
    }
}
