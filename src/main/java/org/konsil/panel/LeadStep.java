package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code lead-discussion}: a declaration of conflicts of interest first; ready only with a quorum of opinions, a request to the home clinician, or a session. */
@Component
class LeadStep implements HumanStep {

    private final Panels panels;
    private final Opinions opinions;
    private final Assessments assessments;
    private final PanelSessions sessions;
    private final Leads leads;
    private final OpenQuestions questions;

    LeadStep(
            Panels panels,
            Opinions opinions,
            Assessments assessments,
            PanelSessions sessions,
            Leads leads,
            OpenQuestions questions) {
        this.panels = panels;
        this.opinions = opinions;
        this.assessments = assessments;
        this.sessions = sessions;
        this.leads = leads;
        this.questions = questions;
    }

    @Override
    public Set<String> forms() {
        return Set.of("lead-discussion");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("given", opinions.given(task.caseId()));
        data.put("quorum", quorum(task));
        data.put("declared", leads.hasDeclared(panel(task)));
        questions.fill(task.caseId(), data);
        return data;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (!leads.declare(panel(task), DeclaredConflicts.in(answers), by)) {
            return Map.of("leadDecision", "stand-down");
        }
        var decision = answers.path("leadDecision").asText();
        if (decision.equals("ask")) {
            questions.sent(task.caseId(), answers, assessments.keepRequest(task.caseId(), answers));
        } else if (decision.equals("meet")) {
            sessions.plan(
                    task.caseId(), LocalDate.parse(answers.path("sessionOn").asText()), by);
        } else if (decision.equals("ready") && opinions.given(task.caseId()) < quorum(task)) {
            throw new TooFewOpinions(opinions.given(task.caseId()), quorum(task));
        }
        return Map.of();
    }

    private int quorum(HumanTask task) {
        return panel(task).quorum();
    }

    private Panel panel(HumanTask task) {
        return panels.of(task.caseId()).orElseThrow(() -> new NoPanel(task.caseId()));
    }
}
