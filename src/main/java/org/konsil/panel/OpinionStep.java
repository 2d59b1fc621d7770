package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code expert-opinion}: the expert's own opinion becomes its first version. */
@Component
class OpinionStep implements HumanStep {

    private final InvitationRows rows;
    private final Opinions opinions;

    OpinionStep(InvitationRows rows, Opinions opinions) {
        this.rows = rows;
        this.opinions = opinions;
    }

    @Override
    public Set<String> forms() {
        return Set.of("expert-opinion");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        return opinions.latest(invitation(task))
                .map(opinion -> (ObjectNode) opinion.content())
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var invitation = invitation(task);
        if (!invitation.expert().equals(by.userId())) {
            throw new NotInvited(task.caseId());
        }
        opinions.keep(invitation, answers, by);
        return Map.of();
    }

    private Invitation invitation(HumanTask task) {
        return rows.get(UUID.fromString(Objects.requireNonNull(task.subjectId())));
    }
}
