package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code meeting-minutes}: who was there, what was said and decided. */
@Component
class MinutesStep implements HumanStep {

    private final Panels panels;
    private final PanelSessions sessions;
    private final Access access;
    private final Audit audit;

    MinutesStep(Panels panels, PanelSessions sessions, Access access, Audit audit) {
        this.panels = panels;
        this.sessions = sessions;
        this.access = access;
        this.audit = audit;
    }

    @Override
    public Set<String> forms() {
        return Set.of("meeting-minutes");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("sessionOn", sessions.get(id(task)).meetsOn().toString());
        var members = data.putArray("memberOptions");
        Stream.concat(
                        panels.of(task.caseId()).map(Panel::lead).stream(),
                        panels.invitations(task.caseId()).stream()
                                .filter(Invitation::takesPart)
                                .map(Invitation::expert))
                .distinct()
                .forEach(user -> members.addObject()
                        .put("value", user)
                        .put(
                                "label",
                                access.person(user).map(Person::displayName).orElse(user)));
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var wasHeld = answers.path("held").asText().equals("yes");
        sessions.keepMinutes(
                id(task), wasHeld ? PanelSessions.State.HELD : PanelSessions.State.CALLED_OFF, answers, by);
        audit.record(Entry.done(by, wasHeld ? "minutes-kept" : "session-called-off", task.caseId())
                .on("session:" + id(task)));
        return Map.of();
    }

    private static UUID id(HumanTask task) {
        return UUID.fromString(Objects.requireNonNull(task.subjectId()));
    }
}
