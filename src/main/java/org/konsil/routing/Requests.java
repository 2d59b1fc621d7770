package org.konsil.routing;

import java.time.Clock;
import java.util.Map;
import org.konsil.access.Agreed;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Recipient;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.consent.Sharing;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.JobId;
import org.konsil.kernel.NetworkId;
import org.konsil.process.JobLedger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a case to its networks: the moment at which somebody outside the country may see it. */
@Service
public class Requests {

    /** The network that was asked. */
    public record Sent(String network) {}

    private final Routings routings;
    private final Rounds rounds;
    private final Sharing sharing;
    private final CaseFiles cases;
    private final Grants grants;
    private final JobLedger jobs;
    private final Audit audit;
    private final Clock clock;

    Requests(
            Routings routings,
            Rounds rounds,
            Sharing sharing,
            CaseFiles cases,
            Grants grants,
            JobLedger jobs,
            Audit audit,
            Clock clock) {
        this.routings = routings;
        this.rounds = rounds;
        this.sharing = sharing;
        this.cases = cases;
        this.grants = grants;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the case to the dispatcher and coordinator of the network chosen, and to the coordinators of its co-networks;
     * a network that had it before loses it.
     *
     * @throws org.konsil.consent.NotAgreed if referral, record sharing and care do not all hold for one of them
     */
    @Transactional
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    public Sent send(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Sent.class, () -> {
            var round = routings.open(caseId);
            var choice = round.requireChoice();
            var agreed = agreed(caseId, choice.network());
            var helping = choice.coNetworks().stream()
                    .map(network -> Map.entry(network, agreed(caseId, network)))
                    .toList();
            rounds.keep(round.sent(clock.instant()));
            grants.revokeAll(caseId, Grants.As.NETWORK);
            grants.share(agreed, group("dispatcher", choice.network()), Grants.As.NETWORK);
            grants.share(agreed, group("coordinator", choice.network()), Grants.As.NETWORK);
            helping.forEach(it -> grants.share(it.getValue(), group("coordinator", it.getKey()), Grants.As.CO_NETWORK));
            cases.choose(caseId, choice.network(), choice.by());
            audit.record(Entry.done(Actor.SYSTEM, "request-sent", caseId).with("network", choice.network()));
            return new Sent(choice.network().value());
        });
    }

    private Agreed agreed(CaseId caseId, NetworkId network) {
        return sharing.requireCare(caseId, Recipient.network(network));
    }

    private static Group group(String role, NetworkId network) {
        return new Group(role, network.value());
    }
}
