package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code panel-invitation}: a conflict of interest that excludes, by the rule, counts as declined. */
@Component
class InvitationStep implements HumanStep {

    private final Panels panels;
    private final InvitationRows rows;
    private final Convening convening;
    private final Suitable suitable;
    private final Grants grants;
    private final Places places;
    private final DeclaredConflicts conflicts;
    private final Audit audit;
    private final Clock clock;

    InvitationStep(
            Panels panels,
            InvitationRows rows,
            Convening convening,
            Suitable suitable,
            Grants grants,
            Places places,
            DeclaredConflicts conflicts,
            Audit audit,
            Clock clock) {
        this.panels = panels;
        this.rows = rows;
        this.convening = convening;
        this.suitable = suitable;
        this.grants = grants;
        this.places = places;
        this.conflicts = conflicts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Set<String> forms() {
        return Set.of("panel-invitation");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var panel = panels.of(task.caseId()).orElseThrow(() -> new NoPanel(task.caseId()));
        var data = JsonNodeFactory.instance.objectNode();
        data.put("discipline", invitation(task).discipline());
        data.put("opinionDue", panel.opinionDue().toString());
        data.put("language", Languages.name(panel.language()));
        data.put("panelNote", convening.note(panel));
        var own = suitable.networkOf(invitation(task).expert()).orElse(panel.network());
        data.set("delegates", suitable.options(suitable.next(panel, List.of(own), rows.of(panel)), panel.network()));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var invitation = rows.lock(invitation(task).id());
        if (!invitation.expert().equals(by.userId())) {
            throw new NotInvited(task.caseId());
        }
        var declared = DeclaredConflicts.in(answers);
        var wish = answers.path("invitationAnswer").asText();
        var answer = wish.equals("accept") && conflicts.exclude(declared) ? "decline" : wish;
        var state = state(answer);
        var delegate =
                state == Invitation.State.DELEGATED ? answers.path("delegateTo").asText() : null;
        var disclosed = String.join(" ", declared);
        rows.keep(invitation.answered(state, disclosed, delegate, clock.instant()));
        letIn(task.caseId(), invitation, state);
        audit.record(Entry.done(by, "invitation-answered", task.caseId())
                .on("invitation:" + invitation.id())
                .with("answer", answer)
                .with("conflicts", declared.size()));
        return Map.of("invitationAnswer", answer);
    }

    /** Who accepts sees the panel's work from now on; who does not loses the case at once. */
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    private void letIn(CaseId caseId, Invitation invitation, Invitation.State state) {
        var panel = panels.of(caseId).orElseThrow(() -> new NoPanel(caseId));
        places.leave(invitation);
        if (state == Invitation.State.ACCEPTED) {
            grants.share(suitable.agreed(panel, invitation.expert()), invitation.expert(), Grants.As.PANEL);
        }
    }

    private static Invitation.State state(String answer) {
        return switch (answer) {
            case "accept" -> Invitation.State.ACCEPTED;
            case "delegate" -> Invitation.State.DELEGATED;
            default -> Invitation.State.DECLINED;
        };
    }

    private Invitation invitation(HumanTask task) {
        return rows.get(UUID.fromString(Objects.requireNonNull(task.subjectId())));
    }
}
