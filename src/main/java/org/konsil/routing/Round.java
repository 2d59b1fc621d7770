package org.konsil.routing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.directory.Sponsor;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;

/** One search for a network, from the ranking to the request. Clinical through its reasons: the reading is the caller's to audit. */
public record Round(
        UUID id,
        CaseId caseId,
        int number,
        Ranking ranking,
        String ruleVersion,
        Instant rankedAt,
        @Nullable Sponsor sponsor,
        @Nullable Choice choice,
        @Nullable Instant sentAt) {

    /** What the sponsor chose. */
    public record Choice(NetworkId network, Set<NetworkId> coNetworks, Actor by, Instant at) {
        public Choice {
            coNetworks = Set.copyOf(coNetworks);
        }
    }

    /** The network to find a sponsor for: the one chosen, else the first of the ranking. */
    public NetworkId lead() {
        return choice == null ? ranking.first() : choice.network();
    }

    public boolean isSent() {
        return sentAt != null;
    }

    Choice requireChoice() {
        if (choice == null) {
            throw new NothingChosen(caseId);
        }
        return choice;
    }

    Round sponsoredBy(Sponsor found) {
        requireOpen();
        return new Round(id, caseId, number, ranking, ruleVersion, rankedAt, found, choice, null);
    }

    Round choosing(Choice chosen) {
        requireOpen();
        return new Round(id, caseId, number, ranking, ruleVersion, rankedAt, sponsor, chosen, null);
    }

    /** Networks that help may change as long as the case is with its network. */
    Round helpedBy(Set<NetworkId> networks) {
        var chosen = requireChoice();
        return new Round(
                id,
                caseId,
                number,
                ranking,
                ruleVersion,
                rankedAt,
                sponsor,
                new Choice(chosen.network(), networks, chosen.by(), chosen.at()),
                sentAt);
    }

    Round sent(Instant at) {
        requireOpen();
        return new Round(id, caseId, number, ranking, ruleVersion, rankedAt, sponsor, requireChoice(), at);
    }

    private void requireOpen() {
        if (isSent()) {
            throw new AlreadySent(caseId);
        }
    }
}
