package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseLinks;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.Pending;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Component;

/** The case of which another is said to be a duplicate. Only who may see both may say so. */
@Component
class OtherCase {

    private final Access access;
    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final CaseLinks links;

    OtherCase(Access access, CaseFiles cases, CaseRounds rounds, CaseLinks links) {
        this.access = access;
        this.cases = cases;
        this.rounds = rounds;
        this.links = links;
    }

    static Optional<CaseId> named(JsonNode answers) {
        try {
            return Optional.of(CaseId.of(answers.path("other").asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Links the two, or says why not. */
    Optional<String> link(CaseSummary about, JsonNode answers, Person by) {
        var other = named(answers).filter(it -> access.may(by, it, Right.KNOW));
        if (other.isEmpty()) {
            return Optional.of("not-seen");
        }
        var isMerger = answers.path("how").asText().equals("merge");
        var obstacle = obstacle(about, other.get(), isMerger);
        if (obstacle == null) {
            links.link(about.caseId(), other.get(), isMerger, by.actor());
        }
        return Optional.ofNullable(obstacle);
    }

    private @Nullable String obstacle(CaseSummary about, CaseId other, boolean isMerger) {
        if (other.equals(about.caseId())) {
            return "same";
        }
        var isLinked = links.of(about.caseId()).stream()
                .anyMatch(it -> it.otherThan(about.caseId()).equals(other) && (it.isMerged() || !isMerger));
        if (isLinked) {
            return "linked";
        }
        var isEnding = cases.summary(other).state().isOver()
                || rounds.pending(other).filter(Pending::isEnding).isPresent();
        return isMerger && isEnding ? "other-over" : null;
    }
}
