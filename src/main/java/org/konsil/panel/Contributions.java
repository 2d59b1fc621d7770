package org.konsil.panel;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.konsil.process.Outbox;
import org.springframework.stereotype.Component;

/** The networks that help a panel: asked when the invitations go out, let go when their part or the panel ends. */
@Component
class Contributions {

    private final ContributionRows rows;
    private final Suitable suitable;
    private final CaseFiles cases;
    private final Grants grants;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Contributions(
            ContributionRows rows,
            Suitable suitable,
            CaseFiles cases,
            Grants grants,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.suitable = suitable;
        this.cases = cases;
        this.grants = grants;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    List<Contribution> of(Panel panel) {
        return rows.of(panel);
    }

    /** The networks from which experts are chosen: the one that leads first. */
    List<NetworkId> networks(Panel panel) {
        return Stream.concat(
                        Stream.of(panel.network()),
                        rows.of(panel).stream().filter(Contribution::isOn).map(Contribution::network))
                .toList();
    }

    /** Who need not be asked to help: the panel's own network, and whoever was asked before, whatever the answer was. */
    Set<NetworkId> asked(Panel panel) {
        return Stream.concat(
                        Stream.of(panel.network()),
                        rows.of(panel).stream()
                                .filter(it -> it.state() != Contribution.State.WANTED)
                                .map(Contribution::network))
                .collect(Collectors.toSet());
    }

    boolean isPending(Panel panel) {
        return rows.of(panel).stream().anyMatch(Contribution::isPending);
    }

    /** Notes who is to be asked with the next invitations; a network that was asked before is not asked twice. */
    void want(Panel panel, Collection<NetworkId> networks) {
        var known = rows.of(panel).stream().map(Contribution::network).toList();
        networks.stream()
                .filter(network -> !known.contains(network) && !network.equals(panel.network()))
                .forEach(network -> rows.add(panel, network));
    }

    /** What was wanted and could not be asked is wanted no longer. */
    List<NetworkId> forgetWanted(Panel panel) {
        var wanted = rows.of(panel).stream()
                .filter(it -> it.state() == Contribution.State.WANTED)
                .toList();
        wanted.forEach(rows::forget);
        return wanted.stream().map(Contribution::network).toList();
    }

    /** Opens the case to the coordinators of the networks wanted, each with a process of its own. @throws org.konsil.consent.NotAgreed if the consent does not cover one */
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    void ask(Panel panel) {
        var about = cases.summary(panel.caseId());
        for (var wanted : rows.of(panel)) {
            if (wanted.state() != Contribution.State.WANTED) {
                continue;
            }
            grants.share(
                    suitable.agreed(panel.caseId(), wanted.network()),
                    coordinators(wanted.network()),
                    Grants.As.CO_NETWORK);
            rows.keep(wanted.asked(clock.instant()));
            outbox.publish(
                    panel.caseId(),
                    "network-asked",
                    wanted.id().toString(),
                    Map.of(
                            "caseId", panel.caseId().toString(),
                            "subjectId", wanted.id().toString(),
                            "network", wanted.network().value(),
                            "provider", about.provider(),
                            "country", about.country().code(),
                            "urgency", about.urgency().code()));
            audit.record(entry(Actor.SYSTEM, "network-asked", wanted));
        }
    }

    /** Ends the part of one network: it loses the case at once. */
    void end(Contribution contribution, Contribution.State state, Actor by) {
        rows.keep(contribution.over(state, clock.instant()));
        grants.revoke(
                contribution.caseId(),
                new Grants.Standing(coordinators(contribution.network()).toString(), Grants.As.CO_NETWORK));
        audit.record(entry(by, "network-released", contribution).with("state", state));
    }

    /** Ends every part with the panel. */
    void endAll(Panel panel) {
        for (var contribution : rows.of(panel)) {
            if (contribution.state() == Contribution.State.ASKED) {
                outbox.publish(
                        panel.caseId(), "contribution-ended", contribution.id().toString(), Map.of());
            }
            if (contribution.isOn()) {
                end(contribution, Contribution.State.ENDED, Actor.SYSTEM);
            }
        }
    }

    static Entry entry(Actor by, String action, Contribution contribution) {
        return Entry.done(by, action, contribution.caseId())
                .on("contribution:" + contribution.id())
                .with("network", contribution.network());
    }

    static Group coordinators(NetworkId network) {
        return new Group("coordinator", network.value());
    }
}
