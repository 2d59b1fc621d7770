package org.konsil.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.konsil.advice.Outcomes;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Consents;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code write-letter}: the clinician's own words for the patient, or why there is no letter. */
@Component
class WriteLetter implements HumanStep {

    private final Letters letters;
    private final LetterTemplates templates;
    private final LetterRights rights;
    private final Outcomes outcomes;
    private final CaseFiles cases;
    private final Consents consents;
    private final Audit audit;

    WriteLetter(
            Letters letters,
            LetterTemplates templates,
            LetterRights rights,
            Outcomes outcomes,
            CaseFiles cases,
            Consents consents,
            Audit audit) {
        this.letters = letters;
        this.templates = templates;
        this.rights = rights;
        this.outcomes = outcomes;
        this.cases = cases;
        this.consents = consents;
        this.audit = audit;
    }

    @Override
    public Set<String> forms() {
        return Set.of("write-letter");
    }

    /** What was written before is there again when the letter is changed. */
    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var caseId = task.caseId();
        var data = JsonNodeFactory.instance.objectNode();
        if (letters.draft(caseId).isPresent()) {
            cases.latest(caseId, "write-letter").ifPresent(before -> data.setAll((ObjectNode) before.answers()));
        } else if (rights.isKnownDead(caseId)) {
            data.put("letterWanted", "no").put("noLetterReason", rights.whyNotToTheDead());
        } else {
            data.put("letterWanted", "yes");
            data.put("addressee", rights.likely(caseId).code());
            language(caseId).ifPresent(language -> data.put("language", language));
        }
        var languages = data.putArray("languages");
        templates
                .all()
                .forEach(template ->
                        languages.addObject().put("value", template.language()).put("label", template.languageName()));
        var written = data.path("items");
        var items = JsonNodeFactory.instance.arrayNode();
        outcomes.recommendations(caseId)
                .forEach(recommendation -> items.addObject()
                        .put("recommendation", recommendation)
                        .put(
                                "plain",
                                written.path(items.size() - 1).path("plain").asText("")));
        data.set("items", items);
        return data;
    }

    /** That in which consent was given, where there is a letter in it. */
    private Optional<String> language(CaseId caseId) {
        return consents.of(caseId)
                .map(consent -> consent.document().language())
                .filter(language -> templates.all().stream()
                        .anyMatch(template -> template.language().equals(language)));
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (answers.path("letterWanted").asText().equals("yes")) {
            letters.write(task.caseId(), answers, by);
        } else {
            audit.record(Entry.done(by, "letter-not-wanted", task.caseId()));
        }
        return Map.of();
    }
}
