package org.konsil.routing;

import java.time.Clock;
import java.util.stream.Stream;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Consents;
import org.konsil.consent.Recipient;
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
    private final Consents consents;
    private final CaseFiles cases;
    private final Grants grants;
    private final JobLedger jobs;
    private final Audit audit;
    private final Clock clock;

    Requests(
            Routings routings,
            Rounds rounds,
            Consents consents,
            CaseFiles cases,
            Grants grants,
            JobLedger jobs,
            Audit audit,
            Clock clock) {
        this.routings = routings;
        this.rounds = rounds;
        this.consents = consents;
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
     * @throws ConsentMissing if referral, record sharing and care do not all hold for one of them
     */
    @Transactional
    public Sent send(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Sent.class, () -> {
            var round = routings.open(caseId);
            var choice = round.requireChoice();
            Stream.concat(Stream.of(choice.network()), choice.coNetworks().stream())
                    .forEach(network -> requireConsent(caseId, network));
            rounds.keep(round.sent(clock.instant()));
            grants.revokeAll(caseId, Grants.As.NETWORK);
            grant(caseId, "dispatcher", choice.network());
            grant(caseId, "coordinator", choice.network());
            choice.coNetworks().forEach(network -> grant(caseId, "coordinator", network));
            cases.choose(caseId, choice.network(), choice.by());
            audit.record(Entry.done(Actor.SYSTEM, "request-sent", caseId).with("network", choice.network()));
            return new Sent(choice.network().value());
        });
    }

    private void requireConsent(CaseId caseId, NetworkId network) {
        if (!consents.careHolds(caseId, Recipient.network(network))) {
            throw new ConsentMissing(caseId, network);
        }
    }

    private void grant(CaseId caseId, String role, NetworkId network) {
        grants.toGroup(caseId, new Group(role, network.value()), Grants.As.NETWORK, null);
    }
}
