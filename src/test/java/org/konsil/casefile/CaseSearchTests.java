package org.konsil.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Pseudonyms;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A hospital finds its own patients by the names that only it knows, and nobody else does. */
@HouseTest
@ExtendWith(OutputCaptureExtension.class)
class CaseSearchTests {

    @Autowired
    Registration registration;

    @Autowired
    CaseSearch search;

    @Autowired
    CaseFiles cases;

    @Autowired
    Access access;

    @Autowired
    Vault vault;

    @Autowired
    Pseudonyms pseudonyms;

    @Autowired
    SearchTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc calls;

    private final String number = "MRN " + UUID.randomUUID();

    private CaseId registered() {
        return registration.register(
                RegistrationTests.onni().put("recordNumber", number), person("clinician.fi"), null);
    }

    private Person person(String userId) {
        return access.person(userId).orElseThrow();
    }

    @Test
    void itsOwnCliniciansAndDataProtectionOfficerFindACaseByItsNumber() {
        var caseId = registered();

        assertThat(search.search(number, person("clinician.fi")))
                .extracting(CaseSummary::caseId)
                .containsExactly(caseId);
        assertThat(search.search(number.toLowerCase(java.util.Locale.ROOT).replace(" ", "-"), person("dpo.fi")))
                .extracting(CaseSummary::caseId)
                .containsExactly(caseId);
        assertThat(search.search(number.substring(1), person("clinician.fi"))).isEmpty();
        assertThat(search.search(number, person("clinician.no"))).isEmpty();
        assertThat(search.search(number, person("expert1.epicare"))).isEmpty();
    }

    @Test
    void theNumberStandsNowhereInTheOpenAndTheSearchGoesWithTheErasure() {
        var caseId = registered();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_search WHERE case_id = ?")
                        .param(caseId.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);

        vault.destroy(caseId, Controller.HOME);
        tokens.afterSingletonsInstantiated();

        assertThat(search.search(number, person("clinician.fi"))).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_search WHERE case_id = ?")
                        .param(caseId.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsMissingIsMadeAnew() {
        var caseId = registered();
        jdbc.sql("DELETE FROM case_search").update();

        tokens.afterSingletonsInstantiated();

        assertThat(search.search(number, person("clinician.fi")))
                .extracting(CaseSummary::caseId)
                .containsExactly(caseId);
    }

    @Test
    void aPatientWhoseIdentityCannotBeReadDoesNotKeepTheProgramFromStarting(CapturedOutput said) {
        var cases = List.of(registered(), registered(), registered());
        var broken = cases.get(1);
        var sealed = jdbc.sql("SELECT sealed FROM patient_identity WHERE case_id = ?")
                .param(broken.value())
                .query(byte[].class)
                .single();
        jdbc.sql("DELETE FROM case_search").update();
        seal(broken, new byte[64]);

        tokens.afterSingletonsInstantiated();
        tokens.afterSingletonsInstantiated();

        assertThat(cases.stream().map(this::found)).containsExactly(2L, 0L, 2L);
        assertThat(said.getOut().lines().filter(line -> line.contains(broken + " is passed over")))
                .hasSize(1);

        seal(broken, sealed);
        tokens.afterSingletonsInstantiated();
        assertThat(found(broken)).isEqualTo(2);
    }

    private void seal(CaseId caseId, byte[] sealed) {
        jdbc.sql("UPDATE patient_identity SET sealed = ? WHERE case_id = ?")
                .params(sealed, caseId.value())
                .update();
    }

    private long found(CaseId caseId) {
        return jdbc.sql("SELECT COUNT(*) FROM case_search WHERE case_id = ?")
                .param(caseId.value())
                .query(Long.class)
                .single();
    }

    @Test
    void aCaseWithoutAPseudonymGetsOne() {
        var answers = RegistrationTests.onni();
        answers.remove("pseudonym");
        var caseId = registration.register(answers, person("clinician.fi"), null);

        var made = cases.summary(caseId).pseudonym();
        assertThat(made).isEqualTo(pseudonyms.of(caseId, Pseudonyms.Context.CASE));
        assertThat(search.search(made, person("clinician.fi"))).hasSize(1);
    }

    @Test
    void overTheDoorsItIsForTheHomeProviderOnly() throws Exception {
        var caseId = registered();
        var body = "{\"text\": \"" + number + "\"}";

        calls.perform(post("/api/v1/cases/search")
                        .with(httpBasic("clinician.fi", "konsil-demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].caseId").value(caseId.toString()));
        calls.perform(post("/api/v1/cases/search")
                        .with(httpBasic("auditor", "konsil-demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isForbidden());
        calls.perform(post("/cases/search")
                        .param("text", number)
                        .with(user("clinician.fi").roles("CLINICIAN", "clinician"))
                        .with(csrf()))
                .andExpect(status().isOk());
    }
}
