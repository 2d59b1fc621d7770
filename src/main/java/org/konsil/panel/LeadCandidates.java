package org.konsil.panel;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.springframework.stereotype.Component;

/** Who can be chosen to lead a panel: nobody in whom a conflict of interest was found in this case. */
@Component
class LeadCandidates {

    private final Access access;
    private final Directory directory;
    private final InvitationRows invitations;
    private final FoundConflicts conflicts;
    private final Leads leads;

    LeadCandidates(
            Access access, Directory directory, InvitationRows invitations, FoundConflicts conflicts, Leads leads) {
        this.access = access;
        this.directory = directory;
        this.invitations = invitations;
        this.conflicts = conflicts;
        this.leads = leads;
    }

    /** For a new panel: the leads of the network; its experts where none of its leads may. */
    List<Person> toConvene(CaseId caseId, NetworkId network) {
        var out = conflicts.of(caseId);
        var ofNetwork = without(out, holders(network));
        return ofNetwork.isEmpty() ? without(out, experts(network)) : ofNetwork;
    }

    /** In the place of a lead who has gone: another lead of the network, an expert who takes part, another expert of the network. */
    List<Person> toSucceed(Panel panel) {
        var ofPanel = invitations.of(panel).stream()
                .filter(Invitation::takesPart)
                .flatMap(it -> access.person(it.expert()).stream());
        var all = Stream.of(holders(panel.network()), ofPanel, experts(panel.network()))
                .flatMap(it -> it)
                .filter(it -> !it.userId().equals(panel.lead()));
        return without(leads.excluded(panel), all);
    }

    private Stream<Person> holders(NetworkId network) {
        return access.holders(new Group("lead", network.value())).stream();
    }

    private Stream<Person> experts(NetworkId network) {
        return directory.expertsOf(network).stream().flatMap(it -> access.person(it.userId()).stream());
    }

    private static List<Person> without(Set<String> out, Stream<Person> people) {
        return people.distinct().filter(it -> !out.contains(it.userId())).toList();
    }
}
