package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.directory.Expert;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.konsil.routing.Routings;
import org.springframework.stereotype.Component;

/** Makes a panel of what the coordinator chose, and adds to it. */
@Component
class Convening {

    private static final String NOTE = "panel.note:";

    private final PanelRows panels;
    private final InvitationRows invitations;
    private final Invitations inviting;
    private final PanelFacts facts;
    private final Contributions contributions;
    private final Routings routings;
    private final Suitable suitable;
    private final Sealed sealed;
    private final CaseFiles cases;
    private final Grants grants;
    private final Audit audit;
    private final Clock clock;

    Convening(
            PanelRows panels,
            InvitationRows invitations,
            Invitations inviting,
            PanelFacts facts,
            Contributions contributions,
            Routings routings,
            Suitable suitable,
            Sealed sealed,
            CaseFiles cases,
            Grants grants,
            Audit audit,
            Clock clock) {
        this.panels = panels;
        this.invitations = invitations;
        this.inviting = inviting;
        this.facts = facts;
        this.contributions = contributions;
        this.routings = routings;
        this.suitable = suitable;
        this.sealed = sealed;
        this.cases = cases;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws TooFewExperts below the quorum. @throws org.konsil.consent.NotAgreed if the consent does not cover them */
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    void convene(CaseId caseId, JsonNode answers, Actor by) {
        var panel = new Panel(
                UUID.randomUUID(),
                caseId,
                Objects.requireNonNull(cases.summary(caseId).network()),
                answers.path("lead").asText(),
                facts.quorum(caseId),
                LocalDate.parse(answers.path("opinionDue").asText()),
                answers.path("language").asText("en"),
                Panel.State.INVITING,
                null,
                false);
        var experts = chosen(caseId, answers).stream()
                .filter(expert -> !expert.userId().equals(panel.lead()))
                .toList();
        var helping = routings.coNetworks(caseId);
        require(panel, experts, experts.size() + helping.size());
        suitable.requireThere(experts, panel.opinionDue());
        panels.add(
                panel,
                sealed.text(caseId, NOTE + panel.id(), answers.path("panelNote").asText("")),
                clock.instant());
        grants.share(suitable.agreed(caseId, panel.network()), panel.lead(), Grants.As.LEAD);
        contributions.want(panel, helping);
        inviting.ask(panel, experts);
        audit.record(Entry.done(by, "panel-convened", caseId)
                .on("panel:" + panel.id())
                .with("lead", panel.lead())
                .with("experts", experts.size())
                .with("quorum", panel.quorum()));
    }

    /** Holds the panel. @throws NothingToReplace unless it still waits for experts, or its lead has said that too few are left */
    void requireTooFew(CaseId caseId) {
        var panel = lock(caseId);
        if (panel.isOver() || !panel.isInviting() && !saysLeadTooFew(caseId)) {
            throw new NothingToReplace(caseId);
        }
    }

    private boolean saysLeadTooFew(CaseId caseId) {
        return cases.latest(caseId, "lead-discussion")
                .filter(said -> said.answers().path("leadDecision").asText().equals("too-few"))
                .isPresent();
    }

    /** Adds experts where too few were left. */
    void replace(CaseId caseId, JsonNode answers, Actor by) {
        var panel = lock(caseId);
        var experts = chosen(caseId, answers);
        var before = invitations.of(panel);
        var left = before.stream().filter(it -> it.isOpen() || it.takesPart()).count();
        var fresh = experts.stream()
                .filter(expert -> before.stream().noneMatch(it -> it.expert().equals(expert.userId())))
                .count();
        require(panel, experts, (int) (left + fresh));
        var opinionDue = LocalDate.parse(answers.path("opinionDue").asText());
        suitable.requireThere(experts, opinionDue);
        panels.due(panel.id(), opinionDue);
        inviting.ask(panel, experts);
        audit.record(Entry.done(by, "experts-replaced", caseId)
                .on("panel:" + panel.id())
                .with("experts", fresh));
    }

    /** Another network is to help: it is asked with the next invitations, if the consent covers it. */
    void widen(CaseId caseId, NetworkId network, Actor by) {
        var panel = lock(caseId);
        routings.widen(caseId, network, by);
        contributions.want(panel, List.of(network));
    }

    /** What was wanted before, and the patient did not agree to, is wanted no longer. */
    void forgetWanted(CaseId caseId) {
        contributions.forgetWanted(lock(caseId)).forEach(network -> routings.narrow(caseId, network));
    }

    /**
     * The panel goes on with those who have accepted.
     *
     * @throws TooFewExperts below the least number, by the table {@code panel-floor}
     */
    void goOnWithFewer(CaseId caseId, Actor by) {
        var panel = lock(caseId);
        var part = requireFloor(caseId);
        panels.quorum(panel.id(), Math.min(part, panel.quorum()));
        panels.stand(panel.id(), Panel.State.READY);
        audit.record(Entry.done(by, "panel-made-smaller", caseId)
                .on("panel:" + panel.id())
                .with("quorum", part)
                .changed(panel.quorum(), part));
    }

    /** @return how many take part. @throws TooFewExperts below the least number, by the table {@code panel-floor} */
    int requireFloor(CaseId caseId) {
        var part = (int) invitations.of(lock(caseId)).stream()
                .filter(Invitation::takesPart)
                .count();
        var floor = facts.floor(caseId);
        if (part < floor) {
            throw new TooFewExperts(part, floor);
        }
        return part;
    }

    private Panel lock(CaseId caseId) {
        return panels.lock(
                panels.of(caseId).orElseThrow(() -> new NoPanel(caseId)).id());
    }

    String note(Panel panel) {
        return sealed.open(panel.caseId(), NOTE + panel.id(), panels.note(panel.id()));
    }

    private void require(Panel panel, List<Expert> experts, int together) {
        if (together < panel.quorum()) {
            throw new TooFewExperts(together, panel.quorum());
        }
        suitable.requireNoConflict(panel.caseId(), experts);
        suitable.requireConsent(panel.caseId(), panel.network(), experts);
    }

    private List<Expert> chosen(CaseId caseId, JsonNode answers) {
        return suitable.named(caseId, Stream.concat(texts(answers.path("experts")), texts(answers.path("guests"))));
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }
}
