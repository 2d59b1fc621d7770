package org.konsil.routing;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Recipient;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.consent.Sharing;
import org.konsil.directory.Sponsor;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.kernel.NetworkId;
import org.konsil.process.JobLedger;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How cases find their networks, round by round. */
@Service
public class Routings {

    private static final String RANKING = "network-ranking";

    private final Rounds rounds;
    private final CaseFiles cases;
    private final RoutingFacts facts;
    private final Sponsors sponsors;
    private final Rules rules;
    private final Sharing sharing;
    private final NextNetwork wishes;
    private final Grants grants;
    private final JobLedger jobs;
    private final Audit audit;
    private final Clock clock;

    Routings(
            Rounds rounds,
            CaseFiles cases,
            RoutingFacts facts,
            Sponsors sponsors,
            Rules rules,
            Sharing sharing,
            NextNetwork wishes,
            Grants grants,
            JobLedger jobs,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.cases = cases;
        this.facts = facts;
        this.sponsors = sponsors;
        this.rules = rules;
        this.sharing = sharing;
        this.wishes = wishes;
        this.grants = grants;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** All rounds of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Round> of(CaseId caseId) {
        return rounds.of(caseId);
    }

    /**
     * Begins a round: ranks the networks by disease, phenotype and age. Those that had the case before come last,
     * the one to which the last of them forwards it comes first.
     */
    @Transactional
    public Ranked rank(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Ranked.class, () -> {
            var before = rounds.of(caseId);
            var decision = rules.decide(RANKING, facts.of(cases.clinical(caseId)));
            var fitting = Ranking.from(decision, asked(caseId, before));
            var ranking =
                    wishes.forwardedTo(caseId, before).map(fitting::forwardedTo).orElse(fitting);
            var round = new Round(
                    UUID.randomUUID(),
                    caseId,
                    before.size() + 1,
                    ranking,
                    decision.version(),
                    clock.instant(),
                    null,
                    null,
                    null);
            rounds.add(round);
            audit.record(Entry.done(Actor.SYSTEM, "networks-ranked", caseId)
                    .on("routing:" + round.id())
                    .inVersion(decision.version().substring(0, 12))
                    .with("rules", decision.version()));
            return new Ranked(ranking.networks().stream().map(NetworkId::value).toList());
        });
    }

    /** Finds who asks the network for the patient's country, and opens the case to them. */
    @Transactional
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    public Sponsored findSponsor(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Sponsored.class, () -> {
            var round = open(caseId);
            var about = cases.summary(caseId);
            var sponsor = sponsors.of(about, round.lead());
            rounds.keep(round.sponsoredBy(sponsor));
            var recipient = sponsors.isAbroad(about, sponsor) ? Recipient.network(round.lead()) : Recipient.domestic();
            grants.share(sharing.requireCare(caseId, recipient), sponsor.group(), Grants.As.DOMESTIC);
            var answer = Sponsored.by(sponsor);
            audit.record(Entry.done(Actor.SYSTEM, "sponsor-found", caseId)
                    .with("sponsor", sponsor.group())
                    .with("kind", answer.sponsorKind()));
            return answer;
        });
    }

    /** Keeps the sponsor's choice; false if another sponsor acts for the network chosen. */
    @Transactional
    boolean choose(CaseId caseId, NetworkId network, Set<NetworkId> coNetworks, Actor by) {
        var round = open(caseId);
        var others = coNetworks.stream().filter(it -> !it.equals(network)).collect(toSet());
        rounds.keep(round.choosing(new Round.Choice(network, others, by, clock.instant())));
        audit.record(Entry.done(by, "network-chosen", caseId)
                .with("network", network)
                .with("first", network.equals(round.ranking().first())));
        var sponsor = sponsors.of(cases.summary(caseId), network);
        return Optional.ofNullable(round.sponsor()).map(Sponsor::group).equals(Optional.of(sponsor.group()));
    }

    /** The networks that were chosen to help the one that has the case. */
    @Transactional(readOnly = true)
    public Set<NetworkId> coNetworks(CaseId caseId) {
        var all = rounds.of(caseId);
        return all.isEmpty() || all.getLast().choice() == null
                ? Set.of()
                : all.getLast().requireChoice().coNetworks();
    }

    /** One more network is to help, if the consent covers it: that is asked next. @throws NothingChosen if none was chosen to lead */
    @Transactional
    public void widen(CaseId caseId, NetworkId network, Actor by) {
        var round = open(caseId);
        var others = new HashSet<>(round.requireChoice().coNetworks());
        others.add(network);
        rounds.keep(round.helpedBy(others));
        audit.record(Entry.done(by, "network-wanted", caseId).with("network", network));
    }

    /** A network that was to help is not asked after all. */
    @Transactional
    public void narrow(CaseId caseId, NetworkId network) {
        var round = open(caseId);
        var others = new HashSet<>(round.requireChoice().coNetworks());
        others.remove(network);
        rounds.keep(round.helpedBy(others));
    }

    /** The round under way, else the last one. @throws NothingChosen if there is none */
    Round open(CaseId caseId) {
        var all = rounds.of(caseId);
        if (all.isEmpty()) {
            throw new NothingChosen(caseId);
        }
        return all.getLast();
    }

    /** The networks that had the case since it was opened, or opened again, and did not keep it. */
    private Set<NetworkId> asked(CaseId caseId, List<Round> before) {
        return before.stream()
                .filter(round -> round.isSent() && wishes.isOfThisOpening(caseId, round))
                .map(Round::lead)
                .collect(toSet());
    }
}
