package org.konsil.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.kernel.Urgency;
import org.konsil.vault.Controller;

/** The cases: registered, moved through their stages, closed. All verbs run in the caller's transaction and leave their audit entry. */
public interface CaseFiles {

    /** The case without identity or clinical content. @throws org.konsil.access.UnknownCase if there is none */
    CaseSummary summary(CaseId caseId);

    /** As {@link #summary} for each of these that there is: for lists, in one look. */
    default Map<CaseId, CaseSummary> summaries(Collection<CaseId> caseIds) {
        return caseIds.stream().distinct().collect(Collectors.toMap(Function.identity(), this::summary));
    }

    /** The cases of a country that are not over, the longest registered first. */
    List<CaseId> underWay(Country country);

    /** The clinical content as registered: form {@code register-case}'s fields without the patient's identity. Reading is the caller's to audit. */
    JsonNode clinical(CaseId caseId);

    /** Enters a stage and state; saying the same twice changes nothing. */
    void enter(CaseId caseId, Stage stage, CaseState state, Actor by);

    void choose(CaseId caseId, NetworkId network, Actor by);

    void reconsider(CaseId caseId, Urgency urgency, Actor by);

    void close(CaseId caseId, ClosingReason reason, Actor by);

    /** Keeps what a person filled in, sealed for its controller; one submission per task. */
    void keep(CaseId caseId, long taskKey, String formId, JsonNode answers, Controller controller, Actor by);

    /** What was filled in with this form on this case, oldest first. */
    List<Submission> submissions(CaseId caseId, String formId);

    /** Everything that was filled in on this case and belongs to this controller, oldest first. */
    List<Submission> submissions(CaseId caseId, Controller controller);

    /** Nothing readable is left of a case that is over. */
    void erased(CaseId caseId, Actor by);

    Optional<Submission> latest(CaseId caseId, String formId);
}
