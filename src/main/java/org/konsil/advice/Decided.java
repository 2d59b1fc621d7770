package org.konsil.advice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelSessions;
import org.springframework.stereotype.Component;

/** Carries what the panel said and decided in its sessions into the draft of the outcome. */
@Component
class Decided {

    /** The form takes no shorter summary, and the lead should not have to look for the reason. */
    private static final int SHORTEST = 20;

    private final PanelSessions sessions;

    Decided(PanelSessions sessions) {
        this.sessions = sessions;
    }

    /** Fields of form {@code draft-outcome}: the points as summary, each line of the decisions as a recommendation; none without a session. */
    ObjectNode in(CaseId caseId) {
        var held = sessions.held(caseId);
        var draft = JsonNodeFactory.instance.objectNode();
        var points = texts(held, "points").collect(Collectors.joining("\n\n"));
        if (points.length() >= SHORTEST) {
            draft.put("summary", points);
        }
        var decisions = texts(held, "decisions")
                .flatMap(String::lines)
                .map(line -> line.strip().replaceFirst("^[-*•]\\s*", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        if (!decisions.isEmpty()) {
            var items = draft.putArray("recommendations");
            decisions.forEach(line -> items.addObject().put("text", line));
        }
        return draft;
    }

    private static Stream<String> texts(List<PanelSessions.Session> held, String field) {
        return held.stream()
                .flatMap(session -> Stream.ofNullable(session.minutes()))
                .map(minutes -> minutes.path(field).asText("").strip())
                .filter(text -> !text.isEmpty());
    }
}
