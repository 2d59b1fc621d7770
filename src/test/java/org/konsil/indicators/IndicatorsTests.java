package org.konsil.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.kernel.Days;
import org.konsil.panel.PanelStory;
import org.konsil.process.Fault;
import org.konsil.process.ProcessFile;
import org.konsil.process.ProcessFiles;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@Import(PanelStory.class)
class IndicatorsTests {

    @Autowired
    PanelStory story;

    @Autowired
    Definitions definitions;

    @Autowired
    ProcessFiles files;

    @Autowired
    Facts facts;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    MockMvc web;

    @Test
    void eachReaderSeesTheirOwnSlice() throws Exception {
        story.withOpinions();

        assertThat(read("auditor", "AUDITOR", "").findValuesAsText("by")).contains("all", "network", "country");
        assertThat(read("coordinator.epicare", "COORDINATOR", "").findValuesAsText("group"))
                .isNotEmpty()
                .containsOnly("epicare");
        assertThat(read("contact.fi", "CONTACT", "").findValuesAsText("group"))
                .isNotEmpty()
                .containsOnly("fi");
        web.perform(get("/indicators").with(user("auditor").roles("AUDITOR")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("new-referrals, version 1")));
        web.perform(get("/api/v1/indicators.csv?year=" + year())
                        .with(user("auditor").roles("AUDITOR")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("indicator,version,name")));
        web.perform(get("/indicators").with(user("clinician.fi").roles("CLINICIAN")))
                .andExpect(status().isForbidden());
    }

    @Test
    void aVersionThatIsAskedForIsCountedWhateverTheYear() throws Exception {
        var asked = read("auditor", "AUDITOR", "&definition=new-referrals:1");

        assertThat(asked.findValuesAsText("indicator")).isNotEmpty().containsOnly("new-referrals");
        web.perform(get("/api/v1/indicators?year=2026&definition=new-referrals:7")
                        .with(user("auditor").roles("AUDITOR")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aVersionDoesNotChangeOnceItIsThere() {
        var name = "new-referrals-1.indicator.yaml";
        var kept = files.named(".indicator.yaml").stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
        var changed = new String(kept.content(), StandardCharsets.UTF_8).replace("case-registered", "case-closed");
        var next = changed.replace("version: 1", "version: 2");

        assertThat(definitions.faults(kept)).isEmpty();
        assertThat(definitions.faults(file(name, changed)))
                .extracting(Fault::code)
                .containsExactly("indicator-kept");
        assertThat(definitions.faults(file("new-referrals-2.indicator.yaml", next)))
                .isEmpty();
    }

    @Test
    void anErasureDoesNotChangeWhatWasCounted() {
        var caseId = story.withOpinions();
        var before = facts.holds(caseId, "orpha-code");
        assertThat(before).isTrue();

        transaction.executeWithoutResult(status -> vault.destroy(caseId, Controller.NETWORK));
        assertThat(facts.holds(caseId, "orpha-code")).isTrue();
        transaction.executeWithoutResult(status -> vault.destroy(caseId, Controller.HOME));
        transaction.executeWithoutResult(status -> vault.destroy(caseId, Controller.HOME));

        assertThat(facts.holds(caseId, "orpha-code")).isTrue();
        assertThat(facts.holds(caseId, "implemented")).isFalse();
    }

    private static ProcessFile file(String name, String text) {
        return new ProcessFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode read(String account, String role, String more) throws Exception {
        var answer = web.perform(get("/api/v1/indicators?year=" + year() + more)
                        .with(user(account).roles(role)))
                .andExpect(status().isOk())
                .andReturn();
        return json.readTree(answer.getResponse().getContentAsString()).path("items");
    }

    private int year() {
        return Days.of(clock.instant()).getYear();
    }
}
