package org.konsil.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.kernel.CaseId;
import org.konsil.panel.Invitation;
import org.konsil.panel.Opinions;
import org.konsil.panel.PanelStory;
import org.konsil.panel.Panels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An expert gives an opinion on the short page. */
@HouseTest
@Import(PanelStory.class)
class BriefPageTests {

    private static final AtomicLong KEYS = new AtomicLong(88_000_000_000L);
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2035-01-01T00:00:00Z");
    private static final String EXPERT = "expert1.epicare";

    @Autowired
    PanelStory story;

    @Autowired
    Panels panels;

    @Autowired
    Opinions opinions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @Test
    void thePageSaysWhatHasToBeKnownAndNoMore() throws Exception {
        var page = web.perform(get(brief(task("expert-opinion"))).with(expert()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("Is surgery an option?")
                .contains("Twenty to thirty seizures a day.")
                .contains("Isolated focal cortical dysplasia")
                .contains("Assessment")
                .contains("Give the opinion")
                .doesNotContain("Virtanen");
    }

    @Test
    void aDraftIsThereWhenThePageIsOpenedAgain() throws Exception {
        var key = task("expert-opinion");
        web.perform(post(brief(key))
                        .param("version", "1")
                        .param("assessment", "Focal, I think")
                        .param("draft", "draft")
                        .with(expert())
                        .with(csrf()))
                .andExpect(redirectedUrl(brief(key)));

        assertThat(web.perform(get(brief(key)).with(expert()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Focal, I think");
    }

    @Test
    void whatIsMissingIsSaidAndTheTextStays() throws Exception {
        var key = task("expert-opinion");
        var page = web.perform(post(brief(key))
                        .param("version", "1")
                        .param("assessment", "Too short")
                        .param("complete", "complete")
                        .with(expert())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Too short").contains("role=\"alert\"");
    }

    @Test
    void theTextTypedIntoATaskThatWasCancelledMeanwhileStaysAndThePageSaysWhy() throws Exception {
        var key = task("expert-opinion");
        jdbc.sql("UPDATE work_item SET state = 'CANCELED' WHERE task_key = ?")
                .param(key)
                .update();

        var page = web.perform(post(brief(key))
                        .param("version", "1")
                        .param("assessment", "Half an opinion, typed on the way")
                        .param("complete", "complete")
                        .with(expert())
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("Half an opinion, typed on the way")
                .contains("nothing of it is lost")
                .doesNotContain("Give the opinion")
                .doesNotContain("data-autosave");
    }

    @Test
    void whatIsTypedOnThePhoneIsSavedByItself() throws Exception {
        var key = task("expert-opinion");
        assertThat(page(key))
                .contains("data-autosave=\"/tasks/" + key + "/draft\"")
                .contains("data-saved")
                .contains("id=\"besides\"")
                .contains("/js/desk.js");

        web.perform(post("/tasks/" + key + "/draft")
                        .param("version", "1")
                        .param("assessment", "Typed in the tram")
                        .with(expert())
                        .with(csrf()))
                .andExpect(status().isOk());

        assertThat(page(key)).contains("Typed in the tram");
    }

    @Test
    void anOpinionRevisedAfterThePanelHasEndedStaysOnThePage() throws Exception {
        var caseId = story.withOpinions();
        jdbc.sql("UPDATE panel SET state = 'CLOSED' WHERE case_id = ?")
                .param(caseId.value())
                .update();

        var page = web.perform(post("/cases/" + caseId + "/opinion")
                        .param("assessment", "Multifocal after all.")
                        .param("evidenceLevel", "4")
                        .param("confidence", "high")
                        .with(expert())
                        .with(csrf()))
                .andExpect(status().isForbidden())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Multifocal after all.").contains("nothing of it is lost");
    }

    @Test
    void aWholeOpinionIsKept() throws Exception {
        var key = task("expert-opinion");
        web.perform(post(brief(key))
                        .param("version", "1")
                        .param("assessment", "Focal cortical dysplasia, may be operated on.")
                        .param("evidenceLevel", "4")
                        .param("confidence", "high")
                        .param("complete", "complete")
                        .with(expert())
                        .with(csrf()))
                .andExpect(redirectedUrl("/work"));

        assertThat(opinions.of(caseOf(key)))
                .extracting(it -> it.content().path("assessment").asText())
                .containsExactly("Focal cortical dysplasia, may be operated on.");
    }

    @Test
    void otherTasksHaveTheirUsualPage() throws Exception {
        var key = task("panel-invitation");

        web.perform(get(brief(key)).with(expert())).andExpect(redirectedUrl("/tasks/" + key));
    }

    @Test
    void whoElseHasTheFormOpenIsSaidAtOnceAndKeptUpToDate() throws Exception {
        var key = task("expert-opinion");
        assertThat(page(key))
                .contains("data-live=\"desk\"", "data-live-from=\"/tasks/" + key + "/besides\"")
                .doesNotContain("has this form open too");
        jdbc.sql("INSERT INTO task_desk (task_key, user_id, seen_at) VALUES (?, 'expert2.epicare', ?)")
                .params(key, clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        assertThat(page(key)).contains("has this form open too");
    }

    private String page(long key) throws Exception {
        return web.perform(get(brief(key)).with(expert()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private CaseId caseOf(long key) {
        return new CaseId(jdbc.sql("SELECT case_id FROM work_item WHERE task_key = ?")
                .param(key)
                .query(UUID.class)
                .single());
    }

    /** On the list of work as the engine would put it, of an expert who has accepted. */
    private long task(String form) {
        var caseId = story.convened(1, 2, 3);
        var invitation = panels.invitations(caseId).stream()
                .filter(it -> it.expert().equals(EXPERT))
                .map(Invitation::id)
                .findFirst()
                .orElseThrow()
                .toString();
        var accepts = JsonNodeFactory.instance.objectNode().put("invitationAnswer", "accept");
        story.answer("panel-invitation", caseId, invitation, accepts, EXPERT);
        var key = KEYS.incrementAndGet();
        jdbc.sql("""
            INSERT INTO work_item (task_key, case_id, process_instance_key, process_id, element_id, form_id, name, stage, network,
                country, urgency, reserved, assignee, subject_id, priority, due_order, state, version, created_at)
            VALUES (?, ?, 1, 'panel-invitation', ?, ?, 'Give an opinion', 'ASSESS', 'epicare', 'fi', 'routine', TRUE, ?, ?, 50, ?,
                'OPEN', 1, ?)
            """)
                .params(key, caseId.value(), form, form, EXPERT, invitation, LATER, LATER)
                .update();
        jdbc.sql("INSERT INTO work_item_group (task_key, candidate) VALUES (?, ?)")
                .params(key, EXPERT)
                .update();
        return key;
    }

    private static String brief(long key) {
        return "/tasks/" + key + "/brief";
    }

    private static RequestPostProcessor expert() {
        return user(EXPERT).roles("EXPERT");
    }
}
