package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.konsil.kernel.CaseId;
import org.konsil.panel.thread.Questions;
import org.springframework.stereotype.Component;

/** What members marked as questions to the home clinician fills the lead's form, and counts as asked once the lead has sent it. */
@Component
class OpenQuestions {

    /** As long as the form's field takes. */
    private static final int LONGEST = 300;

    private record Asked(UUID message, String item) {}

    private final Discussion discussion;
    private final Questions questions;

    OpenQuestions(Discussion discussion, Questions questions) {
        this.discussion = discussion;
        this.questions = questions;
    }

    void fill(CaseId caseId, ObjectNode form) {
        var open = open(caseId);
        if (!open.isEmpty()) {
            form.put("leadDecision", "ask");
            var items = form.putArray("askItems");
            open.forEach(one -> items.addObject().put("item", one.item()));
        }
    }

    /** Those whose words are in the request; what the lead left out stays open. */
    void sent(CaseId caseId, JsonNode answers, UUID request) {
        var items = StreamSupport.stream(answers.path("askItems").spliterator(), false)
                .map(item -> item.path("item").asText())
                .collect(Collectors.toSet());
        questions.asked(
                open(caseId).stream()
                        .filter(one -> items.contains(one.item()))
                        .map(Asked::message)
                        .toList(),
                request);
    }

    private List<Asked> open(CaseId caseId) {
        var open = questions.open(caseId);
        return open.isEmpty()
                ? List.of()
                : discussion.of(caseId).stream()
                        .filter(message -> open.contains(message.id()))
                        .map(message -> new Asked(message.id(), item(message.text())))
                        .toList();
    }

    /** One line, as the field holds it. */
    private static String item(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
