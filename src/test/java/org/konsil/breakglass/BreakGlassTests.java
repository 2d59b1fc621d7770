package org.konsil.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.casefile.Registration;
import org.konsil.desk.SomeCases;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@HouseTest
class BreakGlassTests {

    private static final String REASON = "The Virtanen family asks whether the EEG was read";

    @Autowired
    MockMvc site;

    @Autowired
    Openings openings;

    @Autowired
    Registration registration;

    @Autowired
    Access access;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anAuditorWithAReasonReadsTheClinicalTextButNotWhoThePatientIs() throws Exception {
        var caseId = aCase();
        open("auditor", "/cases/" + caseId).andExpect(content().string(not(containsString("seizures"))));

        site.perform(post("/cases/{id}/open", caseId)
                        .with(as("auditor"))
                        .with(csrf())
                        .param("reason", REASON)
                        .param("minutes", "60"))
                .andExpect(redirectedUrl("/cases/" + caseId));

        open("auditor", "/cases/" + caseId)
                .andExpect(content().string(containsString("20 to 30 seizures")))
                .andExpect(content().string(not(containsString("2022-03-14"))));
        open("auditor", "/audit").andExpect(content().string(containsString("You have opened a case with a reason")));
        assertThat(access.may(person("auditor"), caseId, Right.WORK)).isFalse();
    }

    @Test
    void theDataProtectionOfficerIsToldUntilTheyHaveLooked() throws Exception {
        var caseId = aCase();
        var opening = openings.open(caseId, REASON, Duration.ofHours(1), person("auditor"));
        open("auditor", "/cases/" + caseId).andExpect(status().isOk());

        open("dpo.fi", "/")
                .andExpect(content().string(containsString("opened with a reason, and you have not looked")));
        open("dpo.fi", "/openings")
                .andExpect(content().string(containsString(REASON)))
                .andExpect(content().string(containsString("Read the case")));
        open("dpo.no", "/openings").andExpect(content().string(not(containsString(caseId.toString()))));
        site.perform(post("/openings/{id}/looked", opening.id())
                        .with(as("dpo.no"))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        site.perform(
                post("/openings/{id}/looked", opening.id()).with(as("dpo.fi")).with(csrf()));
        assertThat(audit.history(caseId))
                .extracting(it -> it.entry().action())
                .contains("case-opened-with-reason", "case-opening-looked-at");
    }

    @Test
    void anOfficerOpensTheirOwnProvidersCaseAndTheAuditorsAreTold() {
        var caseId = aCase();
        openings.open(caseId, REASON, Duration.ofMinutes(15), person("dpo.fi"));

        assertThat(access.rights(person("dpo.fi"), caseId))
                .contains(Right.READ_CLINICAL)
                .doesNotContain(Right.READ_OPINIONS);
        assertThat(openings.shownTo(person("auditor")))
                .anyMatch(it -> it.caseId().equals(caseId));
        assertThatThrownBy(() -> openings.open(caseId, REASON, Duration.ofMinutes(15), person("dpo.no")))
                .hasMessageContaining("No case");
        assertThatThrownBy(() -> openings.open(caseId, REASON, Duration.ofMinutes(15), person("clinician.fi")))
                .hasMessageContaining("not for this person");
    }

    @Test
    void itEndsByItselfAndCanBeEndedEarlier() {
        var caseId = aCase();
        var opening = openings.open(caseId, REASON, Duration.ofHours(1), person("auditor"));
        jdbc.sql("UPDATE case_grant SET ends_at = granted_at WHERE granted_as = 'REASON' AND case_id = ?")
                .param(caseId.value())
                .update();
        assertThat(access.may(person("auditor"), caseId, Right.READ_CLINICAL)).isFalse();

        var other = aCase();
        var second = openings.open(other, REASON, Duration.ofHours(1), person("auditor"));
        openings.end(second.id(), person("dpo.fi"));
        openings.end(second.id(), person("auditor"));
        assertThat(access.may(person("auditor"), other, Right.READ_CLINICAL)).isFalse();
        openings.end(opening.id(), person("auditor"));
    }

    @Test
    void withoutAReasonOrForTooLongItStaysClosed() throws Exception {
        var caseId = aCase();
        for (var body :
                new String[] {"{\"reason\":\"short\"}", "{\"reason\":\"%s\",\"duration\":\"PT25H\"}".formatted(REASON)
                }) {
            site.perform(post("/api/v1/cases/{id}/openings", caseId)
                            .with(as("auditor"))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isUnprocessableEntity());
        }
        site.perform(post("/api/v1/cases/{id}/openings", caseId)
                        .with(as("auditor"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"%s\"}".formatted(REASON)))
                .andExpect(status().isCreated());
        site.perform(get("/api/v1/openings").with(as("dpo.fi")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].reason").value(REASON));
    }

    @Test
    void theReasonStandsNowhereInPlain() {
        var caseId = aCase();
        openings.open(caseId, REASON, Duration.ofHours(1), person("auditor"));
        var kept = jdbc.sql("SELECT reason FROM case_opening WHERE case_id = ?")
                .param(caseId.value())
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .single();
        assertThat(kept).doesNotContain("Virtanen");
        assertThat(audit.history(caseId).toString()).doesNotContain("Virtanen");
    }

    private ResultActions open(String userId, String path) throws Exception {
        return site.perform(get(path).with(as(userId)));
    }

    private RequestPostProcessor as(String userId) {
        return user(userId)
                .roles(person(userId).roles().stream()
                        .map(role -> role.toUpperCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    private Person person(String userId) {
        return access.person(userId).orElseThrow();
    }

    private CaseId aCase() {
        return registration.register(SomeCases.onni(), person("clinician.fi"), null);
    }
}
