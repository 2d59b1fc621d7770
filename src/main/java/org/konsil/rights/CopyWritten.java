package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Submission;
import org.konsil.consent.GivesBack;
import org.konsil.interim.InterimReports;
import org.konsil.kernel.CaseId;
import org.konsil.letters.Letters;
import org.konsil.panel.PanelSessions;
import org.konsil.registry.RegistryExports;
import org.konsil.vault.ContentErased;
import org.springframework.stereotype.Component;

/** What was written about a patient on the way, each piece with who wrote it and when. What no person wrote names nobody. */
@Component
class CopyWritten {

    private final Letters letters;
    private final InterimReports reports;
    private final PanelSessions sessions;
    private final RegistryExports exports;
    private final CaseFiles cases;
    private final ObjectMapper json;

    CopyWritten(
            Letters letters,
            InterimReports reports,
            PanelSessions sessions,
            RegistryExports exports,
            CaseFiles cases,
            ObjectMapper json) {
        this.letters = letters;
        this.reports = reports;
        this.sessions = sessions;
        this.exports = exports;
        this.cases = cases;
        this.json = json;
    }

    /** Every version, drafts too, the newest first. */
    JsonNode letters(CaseId caseId) {
        var all = json.createArrayNode();
        for (var letter : letters.of(caseId)) {
            all.addObject()
                    .put("number", letter.number())
                    .put("state", letter.state().name())
                    .put("language", letter.language())
                    .put("addressee", letter.addressee().code())
                    .put("writtenBy", letter.writtenBy())
                    .put("writtenAt", letter.writtenAt().toString())
                    .put("releasedBy", letter.releasedBy())
                    .put("releasedAt", text(letter.releasedAt()))
                    .put("words", letters.words(letter));
        }
        return all;
    }

    /** What the home clinician was told; the advice is in the words of the lead who gave it. */
    JsonNode interimReports(CaseId caseId) {
        var all = json.createArrayNode();
        var discussed = discussed(caseId);
        for (var report : reports.of(caseId)) {
            var by = report.advice().isEmpty()
                    ? null
                    : discussed.stream()
                            .filter(given -> !given.at().isAfter(report.at()))
                            .map(given -> given.by().userId())
                            .reduce((first, last) -> last)
                            .orElse(null);
            all.addObject()
                    .put("number", report.number())
                    .put("step", report.step())
                    .put("writtenBy", by)
                    .put("writtenAt", report.at().toString())
                    .put("words", report.words())
                    .put("advice", report.advice());
        }
        return all;
    }

    /** Sealed for the network: where that has erased its part, nobody can say any more who gave the advice. */
    private List<Submission> discussed(CaseId caseId) {
        try {
            return cases.submissions(caseId, "lead-discussion");
        } catch (ContentErased e) {
            return List.of();
        }
    }

    /** The sessions of all panels, with their minutes where they were held. */
    JsonNode minutes(CaseId caseId) {
        var all = json.createArrayNode();
        for (var session : sessions.of(caseId)) {
            all.addObject()
                    .put("meetsOn", session.meetsOn().toString())
                    .put("state", session.state().name())
                    .put("writtenBy", session.writtenBy())
                    .put("writtenAt", text(session.endedAt()))
                    .set("minutes", session.minutes());
        }
        return all;
    }

    /** What was handed to a registry or to research, and until when; the program writes it when a case closes. */
    @GivesBack
    JsonNode registry(CaseId caseId) {
        return json.valueToTree(exports.ofCase(caseId));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
