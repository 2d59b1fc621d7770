package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.konsil.advice.Outcomes;
import org.konsil.casefile.Attachments;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.PatientIdentities;
import org.konsil.consent.Consents;
import org.konsil.delivery.Deliveries;
import org.konsil.desk.dossier.Notes;
import org.konsil.followup.FollowUps;
import org.konsil.kernel.CaseId;
import org.konsil.panel.Discussion;
import org.konsil.panel.Opinions;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/** Gathers the parts of a patient's copy from the modules that keep them. */
@Component
class CopyParts {

    private final CaseFiles cases;
    private final PatientIdentities identities;
    private final Attachments attachments;
    private final Consents consents;
    private final Opinions opinions;
    private final Discussion discussion;
    private final Outcomes outcomes;
    private final Deliveries deliveries;
    private final FollowUps followUps;
    private final Notes notes;
    private final RequestRows requests;
    private final Readers readers;
    private final CopyWritten written;
    private final ObjectMapper json;

    CopyParts(
            CaseFiles cases,
            PatientIdentities identities,
            Attachments attachments,
            Consents consents,
            Opinions opinions,
            Discussion discussion,
            Outcomes outcomes,
            Deliveries deliveries,
            FollowUps followUps,
            Notes notes,
            RequestRows requests,
            Readers readers,
            CopyWritten written,
            ObjectMapper json) {
        this.cases = cases;
        this.identities = identities;
        this.attachments = attachments;
        this.consents = consents;
        this.opinions = opinions;
        this.discussion = discussion;
        this.outcomes = outcomes;
        this.deliveries = deliveries;
        this.followUps = followUps;
        this.notes = notes;
        this.requests = requests;
        this.readers = readers;
        this.written = written;
        this.json = json;
    }

    /** @throws org.konsil.vault.ContentErased if it was erased */
    JsonNode of(String part, CaseSummary about, Controller controller) {
        var caseId = about.caseId();
        return switch (part) {
            case "identity" -> identities.of(caseId);
            case "clinical" -> cases.clinical(caseId);
            case "consents" -> consents(about);
            case "submissions" -> tree(cases.submissions(caseId, controller));
            case "attachments" -> attachments(caseId, controller);
            case "opinions" -> tree(opinions.ofAllPanels(caseId));
            case "discussion" -> tree(discussion.ofAllPanels(caseId));
            case "outcome" ->
                outcomes.of(caseId)
                        .filter(outcome -> outcome.closedAt() != null)
                        .<JsonNode>map(this::tree)
                        .orElseGet(JsonNodeFactory.instance::objectNode);
            case "delivery" ->
                json.createObjectNode()
                        .<ObjectNode>set("steps", tree(deliveries.of(caseId).orElse(null)))
                        .set("answers", tree(deliveries.answers(caseId)));
            case "follow-up" -> tree(followUps.of(caseId));
            case "notes" -> tree(notes.all(caseId, controller));
            case "letters" -> written.letters(caseId);
            case "interim-reports" -> written.interimReports(caseId);
            case "minutes" -> written.minutes(caseId);
            case "registry" -> written.registry(caseId);
            case "requests" -> tree(requests.of(caseId));
            case "readers" -> tree(readers.of(caseId));
            default -> throw new IllegalArgumentException("No part '" + part + "'");
        };
    }

    private JsonNode attachments(CaseId caseId, Controller controller) {
        var all = json.createArrayNode();
        attachments
                .of(caseId, controller)
                .forEach(file -> all.add(
                        json.<ObjectNode>valueToTree(file).put("file", CopyArchive.place(all.size() + 1, file))));
        return all;
    }

    private JsonNode consents(CaseSummary about) {
        var all = json.createObjectNode();
        all.set("versions", tree(consents.versions(about.caseId())));
        all.set("signatories", tree(consents.signatories(about.caseId())));
        return all;
    }

    private JsonNode tree(@org.jspecify.annotations.Nullable Object value) {
        return json.valueToTree(value);
    }
}
