package org.konsil.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.konsil.panel.PanelStory.expert;
import static org.konsil.panel.PanelStory.here;
import static org.konsil.panel.PanelStory.job;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelStory;
import org.konsil.panel.Panels;
import org.konsil.print.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
@Import(PanelStory.class)
class OutcomesTests {

    @Autowired
    PanelStory story;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Panels panels;

    @Autowired
    MockMvc web;

    @Test
    void leadAndExpertsWithAnOpinionAreAskedToSign() {
        var caseId = drafted();

        assertThat(outcomes.requestSignatures(caseId, job()).signers())
                .containsExactly("lead.epicare", expert(1), expert(2), expert(3));
    }

    @Test
    void theDocumentPrintsAdviceDissentAndWhoIsMissing() throws IOException {
        var caseId = drafted();
        outcomes.requestSignatures(caseId, job());
        sign(caseId, "lead.epicare", "agree", "");
        sign(caseId, expert(1), "dissent", "I would wait until the boy is seven. Ας περιμένουμε. Зачекаймо. 脑 🧠 ≥ 7");
        assertThatThrownBy(() -> sign(caseId, expert(1), "agree", "")).isInstanceOf(NotASigner.class);
        assertThatThrownBy(() -> sign(caseId, expert(4), "agree", "")).isInstanceOf(NotASigner.class);

        outcomes.closeSigning(caseId, job(), here());

        var outcome = outcomes.of(caseId).orElseThrow();
        assertThat(outcome.state()).isEqualTo(Outcome.State.SIGNED);
        assertThat(outcome.with(Signature.State.MISSING))
                .extracting(Signature::signer)
                .containsExactly(expert(2), expert(3));
        var pdf = outcomes.pdf(caseId).orElseThrow();
        PdfUa.assertAccessible(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "ERN EpiCARE",
                            "GammaKnife",
                            "I would wait",
                            "did not sign",
                            "Ferrasco",
                            "SHA-256",
                            "Process outcome, version 1")
                    .doesNotContain("Virtanen");
        }
    }

    @Test
    void deliveryReadsTravelPlanAndRecommendations() {
        var caseId = drafted();

        assertThat(outcomes.travelNeeded(caseId)).isTrue();
        assertThat(outcomes.followUpPlan(caseId)).containsExactly(3, 6, 12);
        assertThat(outcomes.recommendations(caseId))
                .containsExactly("GammaKnife radiosurgery (Neurosurgery, within three months)");
    }

    @Test
    void aConflictFoundLateSupersedesTheOutcome() {
        var caseId = drafted();
        panels.conflictFound(caseId, expert(2), Actor.of("coordinator.epicare"));

        assertThat(outcomes.of(caseId).orElseThrow().state()).isEqualTo(Outcome.State.SUPERSEDED);
    }

    @Test
    void theSignedDocumentIsForThoseWhoMaySeeTheCase() throws Exception {
        var caseId = drafted();
        outcomes.requestSignatures(caseId, job());
        outcomes.closeSigning(caseId, job(), here());

        var page = get("/cases/{id}/outcome.pdf", caseId.toString());
        web.perform(page.with(user("clinician.fi").roles("CLINICIAN"))).andExpect(status().isOk());
        var other = get("/cases/{id}/outcome.pdf", caseId.toString());
        web.perform(other.with(user("clinician.no").roles("CLINICIAN"))).andExpect(status().isNotFound());
    }

    @Test
    void theHistoryTellsWhetherAFileIsTheSignedDocument() throws Exception {
        var caseId = drafted();
        outcomes.requestSignatures(caseId, job());
        outcomes.closeSigning(caseId, job(), here());
        var signed = outcomes.pdf(caseId).orElseThrow();

        var home = user("clinician.fi").roles("CLINICIAN");
        var ask = post("/api/v1/cases/{id}/outcome/verification", caseId.toString())
                .with(home)
                .with(csrf())
                .contentType("application/pdf");
        web.perform(ask.content(signed))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.genuine").value(true))
                .andExpect(jsonPath("$.version").value(1));
        signed[signed.length / 2] ^= 1;
        web.perform(ask.content(signed))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.genuine").value(false));
        var onPage = multipart("/cases/{id}/outcome/check", caseId.toString())
                .file("file", signed)
                .with(home)
                .with(csrf());
        web.perform(onPage)
                .andExpect(status().isFound())
                .andExpect(flash().attribute("verdict", containsString("Do not rely on it")));
    }

    @Test
    void thePanelReadsAndWritesOnItsPageAndTheHomeClinicianSeesNoOpinion() throws Exception {
        var caseId = drafted();
        var lead = user("lead.epicare").roles("LEAD");
        var write = post("/cases/{id}/discussion", caseId.toString());
        web.perform(write.with(lead).with(csrf()).param("text", "Which dose?")).andExpect(status().isFound());

        web.perform(get("/cases/{id}/panel", caseId.toString()).with(lead))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Which dose?")))
                .andExpect(content().string(containsString("Focal, may be operated on.")));
        web.perform(get("/cases/{id}/outcome", caseId.toString()).with(lead))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("GammaKnife")));
        var home = user("clinician.fi").roles("CLINICIAN");
        web.perform(get("/cases/{id}/panel", caseId.toString()).with(home))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Focal"))));
        web.perform(get("/cases/{id}/outcome", caseId.toString()).with(home)).andExpect(status().isNotFound());
    }

    private CaseId drafted() {
        var caseId = story.withOpinions();
        var answers = JsonNodeFactory.instance
                .objectNode()
                .put("summary", "A rare epilepsy of a malformed cortex.")
                .put("certainty", "likely")
                .put("travelNeeded", "yes")
                .put("treatmentPlace", "Marseille");
        answers.putArray("followUpMonths").add("3").add("6").add("12");
        answers.putArray("recommendations")
                .addObject()
                .put("type", "surgery")
                .put("priority", "high")
                .put("text", "GammaKnife radiosurgery")
                .put("responsible", "Neurosurgery")
                .put("timeFrame", "within three months")
                .put("evidence", "4");
        story.answer("draft-outcome", caseId, null, answers, "lead.epicare");
        return caseId;
    }

    private void sign(CaseId caseId, String signer, String decision, String dissent) {
        var answers = JsonNodeFactory.instance
                .objectNode()
                .put("signDecision", decision)
                .put("dissentText", dissent);
        story.answer("sign-outcome", caseId, null, answers, signer);
    }
}
