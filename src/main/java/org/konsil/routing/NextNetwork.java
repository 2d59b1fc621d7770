package org.konsil.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.Cause;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.springframework.stereotype.Component;

/** Where those who had the case send it on to, and which of them still matter. */
@Component
class NextNetwork {

    private final CaseFiles cases;
    private final CaseRounds caseRounds;

    NextNetwork(CaseFiles cases, CaseRounds caseRounds) {
        this.cases = cases;
        this.caseRounds = caseRounds;
    }

    /** The network named in the transfer that began this round, else by the coordinator or the triage that handed the case on. */
    Optional<NetworkId> forwardedTo(CaseId caseId, List<Round> before) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var last = before.getLast().rankedAt();
        var begun = caseRounds.of(caseId).stream()
                .filter(round -> round.begunAt().isAfter(last))
                .toList();
        if (begun.isEmpty()) {
            return handedOn(caseId, last).or(() -> named(caseId, "triage", "forwardTo"));
        }
        return begun.getLast().cause() == Cause.NETWORK_CHANGED
                ? named(caseId, "transfer-case", "toNetwork")
                : Optional.empty();
    }

    /** A case that was closed and opened again may well go to the network that advised before. */
    boolean isOfThisOpening(CaseId caseId, Round round) {
        return caseRounds.of(caseId).stream()
                .filter(it -> it.cause() == Cause.REOPENED)
                .noneMatch(it -> it.begunAt().isAfter(round.rankedAt()));
    }

    /** By the coordinator of a panel that never had its quorum, since the last ranking. */
    private Optional<NetworkId> handedOn(CaseId caseId, Instant since) {
        return cases.latest(caseId, "replace-experts")
                .filter(said -> said.at().isAfter(since))
                .map(said -> said.answers().path("toNetwork").asText(""))
                .filter(network -> !network.isEmpty())
                .map(NetworkId::of);
    }

    private Optional<NetworkId> named(CaseId caseId, String form, String field) {
        return cases.latest(caseId, form)
                .map(said -> said.answers().path(field).asText(""))
                .filter(network -> !network.isEmpty())
                .map(NetworkId::of);
    }
}
