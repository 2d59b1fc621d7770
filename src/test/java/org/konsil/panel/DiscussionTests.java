package org.konsil.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konsil.panel.PanelStory.expert;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.panel.thread.Questions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The thread of a case: answers that quote, files, mentions, translations, questions to the home clinician. */
@HouseTest
@Import(PanelStory.class)
class DiscussionTests {

    @Autowired
    PanelStory story;

    @Autowired
    Discussion discussion;

    @Autowired
    Panels panels;

    @Autowired
    Assessments assessments;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @SuppressWarnings("NullAway.Init") // each test has a case of its own
    private CaseId caseId;

    @BeforeEach
    void aPanelOfTwoAtWork() {
        caseId = story.convened(1, 2, 3);
        story.accept(caseId, 1);
        story.accept(caseId, 2);
    }

    @Test
    void anAnswerQuotesWordsOfWhatItAnswersAndNoOthers() {
        var question = discussion.write(caseId, "Is the lesion\n frontal, and resectable?", null, person(1));
        discussion.write(caseId, answer(question, "frontal, and"), person(2));

        assertThat(discussion.of(caseId).getLast().quote()).isEqualTo("frontal, and");
        assertThatThrownBy(() -> discussion.write(caseId, answer(question, "temporal"), person(2)))
                .isInstanceOf(QuoteNotFound.class);
        assertThat(discussion.of(caseId)).hasSize(2);
    }

    @Test
    void aQuotationMayComeFromAnOlderWording() {
        var first = discussion.write(caseId, "Frontal.", null, person(1));
        discussion.revise(caseId, first, "Temporal.", person(1));
        discussion.write(caseId, answer(first, "Frontal."), person(2));

        assertThat(discussion.of(caseId).getLast().quote()).isEqualTo("Frontal.");
        assertThat(discussion.wordings(caseId, first))
                .extracting(Discussion.Wording::text)
                .containsExactly("Frontal.", "Temporal.");
    }

    @Test
    void thePageSentTwiceIsOneMessage() {
        var id = UUID.randomUUID();
        var said = new NewMessage(id, "Once.", null, "", List.of(), false, List.of());

        discussion.write(caseId, said, person(1));
        discussion.write(caseId, said, person(1));

        assertThat(discussion.of(caseId)).hasSize(1);
    }

    @Test
    void onlyMembersAreMentioned() {
        var said = new NewMessage(
                null, "Look.", null, "", List.of(expert(2), expert(7), "clinician.fi"), false, List.of());
        discussion.write(caseId, said, person(1));

        assertThat(discussion.of(caseId).getFirst().mentions()).containsExactly(expert(2));
    }

    @Test
    void aTranslationStandsBesideTheWordingThatWasTranslated() {
        var message = discussion.write(caseId, "Frontal.", null, person(1));
        var id = UUID.randomUUID();
        discussion.translate(caseId, message, id, "fi", "Otsalohko.", person(2));
        discussion.translate(caseId, message, id, "fi", "Otsalohko.", person(2));
        discussion.revise(caseId, message, "Temporal.", person(1));

        var note = discussion.of(caseId).getFirst().sideNotes();
        assertThat(note).hasSize(1);
        assertThat(note.getFirst().version()).isEqualTo(1);
        assertThat(note.getFirst().text()).isEqualTo("Otsalohko.");
        assertThat(note.getFirst().author()).isEqualTo(expert(2));
    }

    @Test
    void aQuestionFillsTheLeadsFormAndIsAskedAndAnsweredWithTheRequest() {
        var message = discussion.write(
                caseId, new NewMessage(null, "Any MRI at 3 T?", null, "", List.of(), true, List.of()), person(1));
        var form = story.shown("lead-discussion", caseId, null, "lead.epicare");
        assertThat(form.path("leadDecision").asText()).isEqualTo("ask");
        assertThat(form.at("/askItems/0/item").asText()).isEqualTo("Any MRI at 3 T?");
        assertThat(questionOf(message)).isEqualTo(Questions.State.OPEN);

        story.answer("lead-discussion", caseId, null, form.put("leadDecision", "ask"), "lead.epicare");
        assertThat(questionOf(message)).isEqualTo(Questions.State.ASKED);
        assertThat(story.shown("lead-discussion", caseId, null, "lead.epicare").has("askItems"))
                .isFalse();

        assessments.answered(request());
        assertThat(questionOf(message)).isEqualTo(Questions.State.ANSWERED);
    }

    @Test
    void aQuestionThatTheLeadLeavesOutStaysOpen() {
        var message = discussion.write(
                caseId, new NewMessage(null, "Any MRI at 3 T?", null, "", List.of(), true, List.of()), person(1));
        var other = new ObjectMapper().createObjectNode().put("leadDecision", "ask");
        other.putArray("askItems").addObject().put("item", "An EEG");
        story.answer("lead-discussion", caseId, null, other, "lead.epicare");

        assertThat(questionOf(message)).isEqualTo(Questions.State.OPEN);
    }

    @Test
    void aFileOfTheDiscussionIsThePanelsAndNotTheHomeClinicians() throws Exception {
        send(new MockMultipartFile("file", "plan.txt", "text/plain", "A plan.".getBytes(StandardCharsets.UTF_8)), true);
        var file = discussion.of(caseId).getFirst().files().getFirst();

        assertThat(file.name()).isEqualTo("plan.txt");
        var path = "/cases/" + caseId + "/discussion/files/" + file.id();
        web.perform(get(path).with(as(expert(2), "expert"))).andExpect(status().isOk());
        web.perform(get(path).with(as("clinician.fi", "clinician"))).andExpect(status().isForbidden());
        web.perform(get("/cases/" + caseId + "/files/" + file.id()).with(as("clinician.fi", "clinician")))
                .andExpect(status().isNotFound());
        assertThat(page("clinician.fi", "clinician", "/cases/" + caseId)).doesNotContain("plan.txt");
    }

    @Test
    void aFileThatNobodyLookedAtIsNotTakenAndTheTextIsKept() throws Exception {
        send(
                new MockMultipartFile("file", "plan.txt", "text/plain", "A plan.".getBytes(StandardCharsets.UTF_8)),
                false);

        assertThat(discussion.of(caseId)).isEmpty();
    }

    @Test
    void aMessageWithAWrongQuotationComesBackAndIsSentAgain() throws Exception {
        var question = discussion.write(caseId, "Is the lesion frontal?", null, person(1));
        var id = UUID.randomUUID().toString();
        var answer = post("/cases/" + caseId + "/discussion")
                .param("id", id)
                .param("text", "Long thought, hard to type again.")
                .param("replyTo", question.toString())
                .param("mentions", expert(1))
                .with(as(expert(2), "expert"))
                .with(csrf());

        var page = web.perform(answer.param("quote", "Is it temporal?"))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("Long thought, hard to type again.")
                .contains("Is it temporal?")
                .contains("value=\"" + id + "\"")
                .contains("value=\"" + question + "\"")
                .contains("value=\"" + expert(1) + "\"")
                .contains("The message was not taken.");
        assertThat(discussion.of(caseId)).hasSize(1);
    }

    @Test
    void whatComesTooLateForThePanelIsShownToWhoeverTypedIt() throws Exception {
        var message = discussion.write(caseId, "Frontal.", null, person(1));
        jdbc.sql("UPDATE panel SET state = 'CLOSED' WHERE case_id = ?")
                .param(caseId.value())
                .update();
        var path = "/cases/" + caseId + "/discussion";

        assertThat(tooLate(post(path).param("text", "One more thing."))).contains("One more thing.");
        assertThat(tooLate(post(path).param("text", "Temporal.").param("message", message.toString())))
                .contains("Temporal.");
        assertThat(tooLate(post(path + "/" + message + "/side-notes")
                        .param("id", UUID.randomUUID().toString())
                        .param("language", "fi")
                        .param("text", "Otsalohko.")))
                .contains("Otsalohko.");
    }

    @Test
    void whoHasLeftThePanelIsToldSoWithTheirTextAndWhoNeverWasThereHearsNothing() throws Exception {
        var path = "/cases/" + caseId + "/discussion";
        panels.conflictFound(caseId, expert(1), Actor.of("coordinator.epicare"));

        assertThat(tooLate(post(path).param("text", "One more thing.")))
                .contains("One more thing.", "You do not work on this panel any more");
        web.perform(post("/api/v1" + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"One more thing.\"}")
                        .with(as(expert(1), "expert"))
                        .with(csrf()))
                .andExpect(status().isConflict());
        web.perform(get("/api/v1" + path).with(as(expert(1), "expert"))).andExpect(status().isNotFound());
        web.perform(post(path)
                        .param("text", "Let me in.")
                        .with(as("expert5.rnd", "expert"))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        panels.end(caseId);
        assertThat(tooLate(post(path).param("text", "And another."))).contains("And another.", "is over");
    }

    @Test
    void thePlaceOfTheOpinionsIsThereBeforeTheFirstOne() throws Exception {
        var path = "/cases/" + caseId + "/panel";

        assertThat(page(expert(1), "expert", path))
                .contains("id=\"panel-opinions\" data-live=\"panel\"")
                .doesNotContain("panel-matrix");
        story.opinion(caseId, 1, "Focal, may be operated on.");
        assertThat(page(expert(1), "expert", path)).contains("Focal, may be operated on.");
    }

    @Test
    void thePageShowsTheThreadWithAllThatStandsBesideIt() throws Exception {
        var message = discussion.write(caseId, "Frontal <b>and</b> deep.", null, person(1));
        discussion.revise(caseId, message, "Frontal <i>and</i> deep.", person(1));
        discussion.translate(caseId, message, UUID.randomUUID(), "fi", "Otsalohko.", person(2));
        discussion.write(caseId, answer(message, "deep"), person(2));
        story.opinion(caseId, 1, "Focal, may be operated on.");

        var page = page(expert(2), "expert", "/cases/" + caseId + "/panel?reply=" + message);

        assertThat(page)
                .contains("Frontal &lt;i&gt;and&lt;/i&gt; deep.")
                .contains("<blockquote class=\"typed\">deep</blockquote>")
                .contains("revised once")
                .contains("Translation into Finnish")
                .contains("lang=\"fi\"")
                .contains("What you quote")
                .contains("data-live=\"panel\"");
        assertThat(page(expert(2), "expert", "/cases/" + caseId + "/discussion/" + message))
                .contains("Frontal &lt;b&gt;and&lt;/b&gt; deep.");
    }

    @Test
    void nothingThatIsWrittenStandsOpenInTheDatabase() {
        var message = discussion.write(caseId, "Secret words.", null, person(1));
        discussion.write(caseId, answer(message, "Secret words."), person(2));
        discussion.translate(caseId, message, UUID.randomUUID(), "fi", "Secret words.", person(2));

        for (var column : List.of("quote FROM panel_message", "content FROM panel_side_note")) {
            var kept = jdbc.sql("SELECT " + column).query(byte[].class).list();
            assertThat(kept).allSatisfy(bytes -> assertThat(text(bytes)).doesNotContain("Secret"));
        }
    }

    private String tooLate(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(as(expert(1), "expert")).with(csrf()))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void send(MockMultipartFile file, boolean looked) throws Exception {
        web.perform(multipart("/cases/" + caseId + "/discussion")
                        .file(file)
                        .param("text", "See the plan.")
                        .param("looked", String.valueOf(looked))
                        .with(as(expert(1), "expert"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private Questions.@Nullable State questionOf(UUID message) {
        return discussion.of(caseId).stream()
                .filter(it -> it.id().equals(message))
                .findFirst()
                .orElseThrow()
                .question();
    }

    private UUID request() {
        return jdbc.sql("SELECT id FROM panel_request WHERE case_id = ?")
                .param(caseId.value())
                .query(UUID.class)
                .single();
    }

    private static NewMessage answer(UUID to, String quote) {
        return new NewMessage(null, "Yes.", to, quote, List.of(), false, List.of());
    }

    private Person person(int expert) {
        return access.person(expert(expert)).orElseThrow();
    }

    private String page(String account, String role, String path) throws Exception {
        return web.perform(get(path).with(as(account, role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static RequestPostProcessor as(String account, String role) {
        return user(account).roles(role.toUpperCase(java.util.Locale.ROOT));
    }
}
