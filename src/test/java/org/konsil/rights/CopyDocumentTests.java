package org.konsil.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konsil.panel.PanelStory.here;
import static org.konsil.panel.PanelStory.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.advice.Outcomes;
import org.konsil.consent.GivenConsent;
import org.konsil.consent.Scope;
import org.konsil.interim.InterimReports;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelSessions;
import org.konsil.panel.PanelStory;
import org.konsil.print.Pdf;
import org.konsil.print.PdfUa;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The patient's copy holds what was written about them, with who wrote it, and can be read by everybody. */
@HouseTest
@Import(PanelStory.class)
class CopyDocumentTests {

    @Autowired
    PanelStory story;

    @Autowired
    Outcomes outcomes;

    @Autowired
    InterimReports reports;

    @Autowired
    PanelSessions sessions;

    @Autowired
    PatientCopy copy;

    @Autowired
    CopySections sections;

    @Autowired
    Readers readers;

    @Autowired
    Pdf pdf;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationContext house;

    @Test
    void lettersAndReportsAreInTheHomeProvidersCopyWithWhoWroteThemAndWhen() throws Exception {
        var caseId = advised();

        var home = copy.of(caseId, Controller.HOME);

        var letter = home.path("letters").path(0);
        assertThat(letter.path("writtenBy").asText()).isEqualTo("clinician.fi");
        assertThat(letter.path("writtenAt").asText()).isNotEmpty();
        assertThat(letter.path("state").asText()).isEqualTo("DRAFT");
        assertThat(letter.path("words").asText()).contains("Добрий день!");
        assertThat(home.path("interim-reports").findValuesAsText("words"))
                .contains("The panel is at work.")
                .anySatisfy(words -> assertThat(words).contains("in a session on"));
        assertThat(home.path("interim-reports").path(0).path("writtenAt").asText())
                .isNotEmpty();
        assertThat(home.has("minutes")).isFalse();

        var document = printed(caseId, home);
        PdfUa.assertAccessible(document);
        try (var read = Loader.loadPDF(document)) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Letters to the patient", "Добрий день!", "Reports to the home clinician");
        }
    }

    @Test
    void minutesAndWhatWasHandedOverAreInTheNetworksCopy() {
        var caseId = advised();

        var network = copy.of(caseId, Controller.NETWORK);

        var session = network.path("minutes").path(0);
        assertThat(session.path("writtenBy").asText()).isEqualTo("coordinator.epicare");
        assertThat(session.path("writtenAt").asText()).isNotEmpty();
        assertThat(session.path("minutes").path("points").asText()).isEqualTo("The MRI of March.");
        assertThat(network.path("registry").isArray()).isTrue();
        assertThat(network.has("letters")).isFalse();
        PdfUa.assertAccessible(printed(caseId, network));
    }

    @Test
    void whatIsErasedIsSaidToBeSoAndTheRestIsInTheCopy() {
        var caseId = advised();
        transaction.executeWithoutResult(status -> vault.destroy(caseId, Controller.NETWORK));

        var home = copy.of(caseId, Controller.HOME);
        var network = copy.of(caseId, Controller.NETWORK);

        assertThat(home.path("letters").path(0).path("words").asText()).contains("Добрий день!");
        assertThat(network.toString()).contains("\"erased\":true").doesNotContain("The MRI of March.");
        PdfUa.assertAccessible(printed(caseId, network));
    }

    private byte[] printed(CaseId caseId, ObjectNode content) {
        return pdf.of(
                "rights/copy",
                Map.of(
                        "about", content.path("about"),
                        "controller", content.path("about").path("controller").asText(),
                        "sections", sections.of(content, Locale.ENGLISH),
                        "readings", readers.of(caseId)),
                Locale.ENGLISH);
    }

    /** Signed, told of, and a letter drafted. */
    private CaseId advised() {
        var caseId = story.withOpinions();
        GivenConsent.to(house, caseId, Scope.values());
        var meet = JsonNodeFactory.instance
                .objectNode()
                .put("leadDecision", "meet")
                .put("sessionOn", "2035-01-01");
        story.answer("lead-discussion", caseId, null, meet, "lead.epicare");
        var minutes = JsonNodeFactory.instance
                .objectNode()
                .put("held", "yes")
                .put("points", "The MRI of March.")
                .put("decisions", "Operate.");
        minutes.putArray("attendees").add("lead.epicare");
        var session = sessions.of(caseId).getFirst().id().toString();
        story.answer("meeting-minutes", caseId, session, minutes, "coordinator.epicare");
        reports.report(caseId, job(), "panel-convened", "The panel is at work.");
        var draft = JsonNodeFactory.instance
                .objectNode()
                .put("summary", "The panel advises an operation.")
                .put("certainty", "likely")
                .put("travelNeeded", "no");
        draft.putArray("recommendations")
                .addObject()
                .put("type", "surgery")
                .put("priority", "high")
                .put("text", "Operate")
                .put("responsible", "Neurosurgery")
                .put("timeFrame", "within three months")
                .put("evidence", "4");
        story.answer("draft-outcome", caseId, null, draft, "lead.epicare");
        outcomes.requestSignatures(caseId, job());
        outcomes.closeSigning(caseId, job(), here());
        var words = JsonNodeFactory.instance
                .objectNode()
                .put("letterWanted", "yes")
                .put("language", "uk")
                .put("addressee", "guardian")
                .put("interpreter", "no")
                .put("findings", "Знайшли рубець.")
                .put("next", "У понеділок.")
                .put("contact", "Aino Laine, 09 4711");
        words.putArray("items").addObject().put("plain", "Операція.");
        story.answer("write-letter", caseId, null, words, "clinician.fi");
        return caseId;
    }
}
