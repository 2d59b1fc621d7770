package org.konsil.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.konsil.panel.PanelStory.expert;
import static org.konsil.panel.PanelStory.here;
import static org.konsil.panel.PanelStory.job;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.advice.Outcomes;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.Pending;
import org.konsil.consent.Consents;
import org.konsil.consent.GivenConsent;
import org.konsil.consent.Scope;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelStory;
import org.konsil.panel.Panels;
import org.konsil.print.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody but the home clinician writes to the patient. */
@HouseTest
@Import(PanelStory.class)
class LettersTests {

    private static final String CLINICIAN = "clinician.fi";

    @Autowired
    PanelStory story;

    @Autowired
    Letters letters;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Panels panels;

    @Autowired
    CaseRounds rounds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc web;

    @Test
    void theClinicianWritesReadsAndReleasesTheLetter() throws Exception {
        var caseId = advised();
        story.answer("write-letter", caseId, null, words("guardian", "uk"), CLINICIAN);
        assertThat(letters.released(caseId)).isEmpty();

        story.answer("release-letter", caseId, null, decision("release"), CLINICIAN);

        var letter = letters.released(caseId).orElseThrow();
        assertThat(letter.number()).isEqualTo(1);
        assertThat(letter.releasedBy()).isEqualTo(CLINICIAN);
        assertThat(letter.interpreter()).isTrue();
        PdfUa.assertAccessible(letters.pdf(letter));
        try (var document = Loader.loadPDF(letters.pdf(letter))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("uk");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Фахівці відповіли");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Добрий день!", "вашої дитини", "ERN EpiCARE", "Знайшли рубець.")
                    .doesNotContain("not released");
        }
    }

    @Test
    void aLetterThatIsChangedIsTheNextVersionAndTheFirstIsKept() {
        var caseId = advised();
        story.answer("write-letter", caseId, null, words("guardian", "fi"), CLINICIAN);
        story.answer("release-letter", caseId, null, decision("change"), CLINICIAN);
        story.answer("write-letter", caseId, null, words("guardian", "fi"), CLINICIAN);
        story.answer("release-letter", caseId, null, decision("release"), CLINICIAN);

        assertThat(letters.of(caseId))
                .extracting(Letter::number, Letter::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, Letter.State.RELEASED),
                        org.assertj.core.groups.Tuple.tuple(1, Letter.State.REPLACED));
    }

    @Test
    void nobodyElseWritesOrReleasesIt() {
        var caseId = advised();
        story.answer("write-letter", caseId, null, words("guardian", "en"), CLINICIAN);

        for (var other : new String[] {"lead.epicare", "coordinator.epicare", "dpo.fi", "clinician.no", "admin"}) {
            assertThatThrownBy(() -> story.answer("release-letter", caseId, null, decision("release"), other))
                    .as(other)
                    .isInstanceOfSatisfying(
                            LetterRefused.class, no -> assertThat(no.code()).isEqualTo("letter-not-yours"));
            assertThatThrownBy(() -> story.answer("write-letter", caseId, null, words("guardian", "en"), other))
                    .as(other)
                    .isInstanceOf(LetterRefused.class);
        }
        assertThat(letters.released(caseId)).isEmpty();
    }

    @Test
    void noLetterGoesToADeadPatient() {
        var caseId = advised();
        story.answer("write-letter", caseId, null, words("guardian", "en"), CLINICIAN);
        transaction.executeWithoutResult(status -> rounds.await(caseId, Pending.DECEASED));

        assertThatThrownBy(() -> story.answer("release-letter", caseId, null, decision("release"), CLINICIAN))
                .isInstanceOfSatisfying(
                        LetterRefused.class, no -> assertThat(no.code()).isEqualTo("letter-patient-died"));
        assertThat(letters.released(caseId)).isEmpty();
    }

    @Test
    void aLetterOfSupersededAdviceIsNotReleased() {
        var caseId = advised();
        story.answer("write-letter", caseId, null, words("guardian", "en"), CLINICIAN);
        panels.conflictFound(caseId, expert(2), Actor.of("coordinator.epicare"));

        assertThatThrownBy(() -> story.answer("release-letter", caseId, null, decision("release"), CLINICIAN))
                .isInstanceOfSatisfying(
                        LetterRefused.class, no -> assertThat(no.code()).isEqualTo("letter-advice-changed"));
    }

    @Test
    void itGoesOnlyToThoseWhoSigned() {
        var caseId = advised();

        assertThatThrownBy(() -> story.answer("write-letter", caseId, null, words("patient", "en"), CLINICIAN))
                .isInstanceOfSatisfying(
                        LetterRefused.class, no -> assertThat(no.code()).isEqualTo("letter-not-for-them"));
    }

    /** What allowed others to see the case has ended; what the hospital has to say to its own patient has not. */
    @Test
    void whoDeclinesToRenewTheConsentStillGetsTheLetter() {
        var caseId = advised();
        var declined = JsonNodeFactory.instance.objectNode().put("consentGiven", "no");
        house.getBean(Consents.class).record(caseId, declined, Actor.of(CLINICIAN));

        story.answer("write-letter", caseId, null, words("guardian", "en"), CLINICIAN);
        story.answer("release-letter", caseId, null, decision("release"), CLINICIAN);

        assertThat(letters.released(caseId)).isPresent();
    }

    @Test
    void theLettersAreForTheHomeProviderOnly() throws Exception {
        var caseId = advised();
        story.answer("write-letter", caseId, null, words("guardian", "sv"), CLINICIAN);

        var home = user(CLINICIAN).roles("CLINICIAN");
        web.perform(get("/api/v1/cases/{id}/letters", caseId.toString()).with(home))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].language").value("sv"))
                .andExpect(jsonPath("$.items[0].text").value(containsString("Vi har frågat experter")));
        web.perform(get("/cases/{id}/letters", caseId.toString()).with(home))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("lang=\"sv\"")));
        web.perform(get("/cases/{id}/letters/1.pdf", caseId.toString()).with(home))
                .andExpect(status().isOk());
        web.perform(get("/cases/{id}/letters/9.pdf", caseId.toString()).with(home))
                .andExpect(status().isNotFound());
        var network = user("coordinator.epicare").roles("COORDINATOR");
        web.perform(get("/api/v1/cases/{id}/letters", caseId.toString()).with(network))
                .andExpect(status().isForbidden());
    }

    private CaseId advised() {
        var caseId = story.withOpinions();
        GivenConsent.to(house, caseId, Scope.values());
        var answers = JsonNodeFactory.instance
                .objectNode()
                .put("summary", "A rare epilepsy of a malformed cortex.")
                .put("certainty", "likely")
                .put("travelNeeded", "no");
        answers.putArray("recommendations")
                .addObject()
                .put("type", "surgery")
                .put("priority", "high")
                .put("text", "GammaKnife radiosurgery")
                .put("responsible", "Neurosurgery")
                .put("timeFrame", "within three months")
                .put("evidence", "4");
        story.answer("draft-outcome", caseId, null, answers, "lead.epicare");
        outcomes.requestSignatures(caseId, job());
        outcomes.closeSigning(caseId, job(), here());
        return caseId;
    }

    private static ObjectNode words(String addressee, String language) {
        var words = JsonNodeFactory.instance
                .objectNode()
                .put("letterWanted", "yes")
                .put("addressee", addressee)
                .put("language", language)
                .put("interpreter", "yes")
                .put("findings", "Знайшли рубець.")
                .put("next", "We meet on Monday.")
                .put("contact", "Aino Laine, 09 4711");
        words.putArray("items").addObject().put("plain", "A narrow beam.");
        return words;
    }

    private static ObjectNode decision(String decision) {
        return JsonNodeFactory.instance.objectNode().put("letterDecision", decision);
    }
}
