package org.konsil.panel.expertise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Expertise;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelStory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Experts say what they can be asked about, and proposals know it. */
@HouseTest
@Import(PanelStory.class)
class ExpertiseTests {

    private static final String EXPERT = "expert7.epicare";
    private static final String EPILEPSY = "101998";

    @Autowired
    PanelStory story;

    @Autowired
    Expertises expertises;

    @Autowired
    Directory directory;

    @Autowired
    Access access;

    @Autowired
    MockMvc web;

    @SuppressWarnings("NullAway.Init") // each test begins with what the demonstration says
    private Expertise before;

    @BeforeEach
    void asInTheDemonstration() {
        before = kept();
    }

    @AfterEach
    void asBefore() {
        var now = kept();
        directory.keep(
                EXPERT, new Expertise(before.discipline(), before.languages(), before.branches(), now.version()));
    }

    @Test
    void anExpertNamesADiseaseAndTheNextProposalKnowsItsBranches() throws Exception {
        var caseId = story.atEpicare();
        assertThat(label(caseId)).doesNotContain("Rare epilepsy");

        web.perform(typed("Paediatric  Neurology", before.version())
                        .param("disease", "Dravet syndrome")
                        .with(as(EXPERT, "expert"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/expertise/" + EXPERT));

        assertThat(kept().branches()).contains(EPILEPSY, "98006");
        assertThat(kept().discipline()).isEqualTo("paediatric-neurology");
        assertThat(kept().languages()).containsExactly("fi", "en");
        assertThat(label(caseId)).contains("Rare epilepsy", "paediatric neurology");
        web.perform(get("/expertise").with(as(EXPERT, "expert"))).andExpect(redirectedUrl("/expertise/" + EXPERT));
        web.perform(get("/expertise/" + EXPERT).with(as(EXPERT, "expert")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("paediatric neurology")));
    }

    @Test
    void theCoordinatorKeepsThatOfHerNetworksExpertsAndOfNobodyElse() throws Exception {
        web.perform(get("/expertise").with(as("coordinator.epicare", "coordinator")))
                .andExpect(content().string(containsString("/expertise/" + EXPERT)))
                .andExpect(content().string(containsString("English")));
        expertises.keep(EXPERT, with(before.version(), Set.of(EPILEPSY)), person("coordinator.epicare"));
        assertThat(kept().branches()).containsExactly(EPILEPSY);

        assertThatThrownBy(
                        () -> expertises.keep(EXPERT, with(before.version() + 1, Set.of()), person("coordinator.rnd")))
                .isInstanceOf(ExpertiseRefused.class);
        assertThatThrownBy(
                        () -> expertises.keep(EXPERT, with(before.version() + 1, Set.of()), person("expert1.epicare")))
                .isInstanceOf(ExpertiseRefused.class);
        web.perform(get("/expertise/" + EXPERT).with(as("expert1.epicare", "expert")))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoComesSecondIsToldAndWhatTheyTypedStays() throws Exception {
        expertises.keep(EXPERT, with(before.version(), Set.of(EPILEPSY)), person("coordinator.epicare"));
        expertises.keep(EXPERT, with(before.version(), Set.of(EPILEPSY)), person("coordinator.epicare"));
        assertThat(kept().version()).isEqualTo(before.version() + 1);

        web.perform(typed("Child psychiatry", before.version())
                        .with(as(EXPERT, "expert"))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Child psychiatry")))
                .andExpect(content().string(containsString("Somebody has changed it")));
        assertThat(kept().branches()).containsExactly(EPILEPSY);
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        for (var disease : List.of("syndrome", "No such disease", "HP:0001250")) {
            web.perform(typed("Neurology", before.version())
                            .param("disease", disease)
                            .with(as(EXPERT, "expert"))
                            .with(csrf()))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("tick its branch")));
        }
        var by = person(EXPERT);
        for (var wrong : List.of(
                new Expertise("Ward 7", List.of("fi"), Set.of(), before.version()),
                new Expertise("neurology", List.of("fi", "fi"), Set.of(), before.version()),
                new Expertise("neurology", List.of("xx"), Set.of(), before.version()),
                new Expertise("neurology", List.of(), Set.of(), before.version()),
                new Expertise("neurology", List.of("fi"), Set.of("1"), before.version()))) {
            assertThatThrownBy(() -> expertises.keep(EXPERT, wrong, by)).isInstanceOf(ExpertiseRefused.class);
        }
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void programsKeepItToo() throws Exception {
        var said = """
            {"discipline": "neurology", "languages": ["de", "nl"], "branches": ["101998"], "version": %d}
            """.formatted(before.version());
        web.perform(put("/api/v1/expertise/" + EXPERT)
                        .with(httpBasic("coordinator.epicare", "konsil-demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(said))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.branches[0]").value(EPILEPSY))
                .andExpect(jsonPath("$.version").value(before.version() + 1));
        web.perform(put("/api/v1/expertise/" + EXPERT)
                        .with(httpBasic("coordinator.epicare", "konsil-demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(said.replace("neurology", "radiology")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("expertise-changed"));
        web.perform(get("/api/v1/expertise").with(httpBasic("coordinator.epicare", "konsil-demo")))
                .andExpect(jsonPath("$.items.length()").value(7));
        web.perform(get("/api/v1/expertise").with(httpBasic("auditor", "konsil-demo")))
                .andExpect(status().isForbidden());
    }

    private MockHttpServletRequestBuilder typed(String discipline, int version) {
        return post("/expertise/" + EXPERT)
                .param("discipline", discipline)
                .param("own", "fi")
                .param("languages", "en", "fi")
                .param("version", Integer.toString(version));
    }

    private static Expertise with(int version, Set<String> branches) {
        return new Expertise("neurology", List.of("de", "en"), branches, version);
    }

    private Expertise kept() {
        return directory.expertise(EXPERT).orElseThrow();
    }

    private Person person(String user) {
        return access.person(user).orElseThrow();
    }

    private String label(CaseId caseId) {
        var options = story.shown("convene-panel", caseId, null, "coordinator.epicare")
                .path("expertOptions");
        return StreamSupport.stream(options.spliterator(), false)
                .filter(option -> option.path("value").asText().equals(EXPERT))
                .map(option -> option.path("label").asText())
                .findFirst()
                .orElseThrow();
    }

    private static RequestPostProcessor as(String account, String role) {
        return user(account).roles(role.toUpperCase(Locale.ROOT));
    }
}
