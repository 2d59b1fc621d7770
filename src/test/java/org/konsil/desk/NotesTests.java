package org.konsil.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Grants;
import org.konsil.consent.GivenConsent;
import org.konsil.desk.dossier.Notes;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.panel.PanelStory;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@Import(PanelStory.class)
class NotesTests {

    private static final String TEXT = "Call the ward before eleven.";

    @Autowired
    PanelStory story;

    @Autowired
    ApplicationContext house;

    @Autowired
    Grants grants;

    @Autowired
    Notes notes;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    private CaseId caseId;

    @BeforeEach
    void aCaseAtANetwork() {
        caseId = story.atEpicare();
        transaction.executeWithoutResult(status -> {
            var agreed = GivenConsent.toEverything(house, caseId);
            grants.share(agreed, Group.of("dispatcher:epicare"), Grants.As.NETWORK);
            grants.share(agreed, Group.of("coordinator:epicare"), Grants.As.NETWORK);
            grants.share(agreed, "expert2.epicare", Grants.As.PANEL);
            grants.share(agreed, "expert3.epicare", Grants.As.INVITED);
            grants.share(agreed, Group.of("centre:fi"), Grants.As.DOMESTIC);
        });
    }

    @Test
    void aNoteIsForItsOwnSideOnly() throws Exception {
        pins("coordinator.epicare", TEXT);

        shows("dispatcher.epicare").andExpect(content().string(containsString(TEXT)));
        shows("expert2.epicare").andExpect(content().string(containsString(TEXT)));
        for (var other : new String[] {"clinician.fi", "expert3.epicare", "centre.fi", "dpo.fi", "auditor"}) {
            shows(other).andExpect(content().string(not(containsString(TEXT))));
        }
    }

    @Test
    void whoStandsOnNoSidePinsNothing() throws Exception {
        for (var other : new String[] {"expert3.epicare", "centre.fi"}) {
            web.perform(post("/cases/{id}/notes", caseId)
                            .param("text", TEXT)
                            .with(somebody(other))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void theSameTwiceIsOnceAndWhatIsTakenOffIsGoneFromThePage() throws Exception {
        pins("clinician.fi", TEXT);
        pins("clinician.fi", "  " + TEXT + "\r\n");
        var all = notes.all(caseId, Controller.HOME);
        assertThat(all).hasSize(1);

        web.perform(post(
                                "/cases/{id}/notes/{note}/unpin",
                                caseId,
                                all.getFirst().id())
                        .with(somebody("coordinator.epicare"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post(
                                "/cases/{id}/notes/{note}/unpin",
                                caseId,
                                all.getFirst().id())
                        .with(somebody("clinician.fi"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + caseId));
        shows("clinician.fi").andExpect(content().string(not(containsString(TEXT))));
        assertThat(notes.all(caseId, Controller.HOME)).hasSize(1);
    }

    @Test
    void whatIsTooLongIsShownAgainAndNothingIsLost() throws Exception {
        var tooLong = "b".repeat(2001);

        web.perform(post("/cases/{id}/notes", caseId)
                        .param("text", tooLong)
                        .with(somebody("clinician.fi"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(tooLong)))
                .andExpect(content().string(containsString("1 to 2000 characters")));
        web.perform(post("/api/v1/cases/{id}/notes", caseId)
                        .contentType("application/json")
                        .content("{\"text\":\" \"}")
                        .with(somebody("clinician.fi"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void itLiesSealedAndGoesWithItsKey() throws Exception {
        pins("coordinator.epicare", TEXT);
        var kept = jdbc.sql("SELECT content FROM case_note WHERE case_id = ?")
                .param(caseId.value())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("ward");

        transaction.executeWithoutResult(status -> vault.destroy(caseId, Controller.NETWORK));

        assertThat(notes.all(caseId, Controller.NETWORK)).isEmpty();
        shows("clinician.fi").andExpect(status().isOk());
    }

    private void pins(String account, String text) throws Exception {
        web.perform(post("/cases/{id}/notes", caseId)
                        .param("text", text)
                        .with(somebody(account))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + caseId));
    }

    private org.springframework.test.web.servlet.ResultActions shows(String account) throws Exception {
        return web.perform(get("/cases/{id}", caseId).with(somebody(account)));
    }

    private static RequestPostProcessor somebody(String account) {
        var role = account.replaceFirst("[0-9]*\\..*", "").toUpperCase(Locale.ROOT);
        return user(account).roles(role);
    }
}
