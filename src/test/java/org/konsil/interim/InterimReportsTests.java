package org.konsil.interim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.konsil.panel.PanelStory.job;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelStory;
import org.konsil.vault.Controller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@Import(PanelStory.class)
class InterimReportsTests {

    @Autowired
    PanelStory story;

    @Autowired
    InterimReports reports;

    @Autowired
    CaseFiles cases;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    @Test
    void theDrawingsSentenceIsFilledInAndNamesNoExpert() {
        var caseId = story.withOpinions();

        reports.report(
                caseId,
                job(),
                "panel-convened",
                "The panel of [network] has [experts] experts: [disciplines]. [other]");

        assertThat(reports.of(caseId)).singleElement().satisfies(report -> {
            assertThat(report.step()).isEqualTo("panel-convened");
            assertThat(report.words())
                    .startsWith("The panel of ERN EpiCARE has 3 experts: ")
                    .endsWith("[other]");
            assertThat(report.words()).doesNotContain("Ferrasco");
        });
    }

    @Test
    void whatTheLeadAdvisesMeanwhileIsToldOnce() {
        var caseId = story.withOpinions();
        advise(caseId, 1, "Keep clobazam until the outcome.");
        reports.report(caseId, job(), "discussion", "The panel has discussed the case.");
        reports.report(caseId, job(), "discussion", "The panel has discussed the case.");

        assertThat(reports.of(caseId))
                .extracting(InterimReport::advice)
                .containsExactly("Keep clobazam until the outcome.", "");
    }

    @Test
    void theSameJobTwiceIsOneReport() {
        var caseId = story.atEpicare();
        var job = job();
        reports.report(caseId, job, "request-sent", "Sent to [network].");
        reports.report(caseId, job, "request-sent", "Sent to [network].");

        assertThat(reports.of(caseId)).hasSize(1);
    }

    @Test
    void theHomeClinicianReadsThemOnThePageAndByProgram() throws Exception {
        var caseId = story.atEpicare();
        reports.report(caseId, job(), "request-sent", "The request has gone to [network].");

        var home = user("clinician.fi").roles("CLINICIAN");
        web.perform(get("/cases/{id}", caseId.toString()).with(home))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The request has gone to ERN EpiCARE.")));
        web.perform(get("/api/v1/cases/{id}/interim-reports", caseId.toString()).with(home))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].step").value("request-sent"));
        web.perform(get("/api/v1/cases/{id}/interim-reports", caseId.toString())
                        .with(user("clinician.no").roles("CLINICIAN")))
                .andExpect(status().isNotFound());
    }

    private void advise(CaseId caseId, long task, String advice) {
        var said = JsonNodeFactory.instance
                .objectNode()
                .put("leadDecision", "ready")
                .put("interimAdvice", advice);
        transaction.executeWithoutResult(status -> cases.keep(
                caseId, 900_000 + task, "lead-discussion", said, Controller.NETWORK, Actor.of("lead.epicare")));
    }
}
