package org.konsil.panel;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.Needs;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.konsil.panel.proposal.Proposal;
import org.konsil.panel.proposal.Proposed;
import org.konsil.routing.Routings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whom the program would invite to a panel, and why: for the coordinator of the network, beside the form. */
@Needs(Right.READ_OPINIONS)
@Controller
class ProposalPage {

    /** One expert with the reasons in the reader's words. */
    record Row(Proposed of, String who, String record, List<String> speaksFor, List<String> speaksAgainst) {}

    private final Proposals proposals;
    private final Panels panels;
    private final Contributions contributions;
    private final Suitable suitable;
    private final Routings routings;
    private final CaseFiles cases;
    private final Access access;
    private final Audit audit;

    ProposalPage(
            Proposals proposals,
            Panels panels,
            Contributions contributions,
            Suitable suitable,
            Routings routings,
            CaseFiles cases,
            Access access,
            Audit audit) {
        this.proposals = proposals;
        this.panels = panels;
        this.contributions = contributions;
        this.suitable = suitable;
        this.routings = routings;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/cases/{caseId}/panel/proposal")
    String show(@PathVariable CaseId caseId, Model page) {
        var reader = access.current();
        var about = cases.summary(caseId);
        var network = about.network();
        if (network == null || !reader.isIn(new Group("coordinator", network.value()))) {
            throw new NotTheCoordinator(caseId);
        }
        audit.recordApart(Entry.done(reader.actor(), "proposal-read", caseId));
        var networks = networks(caseId, network);
        var conflicts = suitable.conflicts(caseId);
        var proposal = proposal(caseId, networks, conflicts);
        page.addAttribute("here", "cases");
        page.addAttribute("caseId", caseId.toString());
        page.addAttribute("pseudonym", about.pseudonym());
        var labels = suitable.labels(
                proposal.experts().stream().map(Proposed::expert).toList(), network);
        page.addAttribute(
                "rows",
                proposal.experts().stream()
                        .map(it -> row(
                                it,
                                Objects.requireNonNull(labels.get(it.expert().userId()))))
                        .toList());
        page.addAttribute("lacking", proposal.lacking());
        page.addAttribute("away", suitable.away(networks));
        page.addAttribute("conflicts", suitable.inConflict(networks, conflicts));
        return "panel/proposal";
    }

    private List<NetworkId> networks(CaseId caseId, NetworkId network) {
        return panels.of(caseId)
                .filter(panel -> !panel.isOver())
                .map(contributions::networks)
                .orElseGet(() -> Stream.concat(Stream.of(network), routings.coNetworks(caseId).stream())
                        .toList());
    }

    private Proposal proposal(CaseId caseId, List<NetworkId> networks, Map<String, KnownConflict> conflicts) {
        return panels.of(caseId)
                .filter(panel -> !panel.isOver())
                .map(panel -> proposals.toAdd(panel, networks, panels.invitations(caseId), conflicts))
                .orElseGet(() -> proposals.toConvene(caseId, networks, conflicts));
    }

    private Row row(Proposed one, String label) {
        return new Row(
                one,
                label,
                proposals.record(one.track()),
                one.reasons().stream()
                        .filter(it -> it.speaksFor())
                        .map(proposals::say)
                        .toList(),
                one.reasons().stream()
                        .filter(it -> !it.speaksFor())
                        .map(proposals::say)
                        .toList());
    }
}
