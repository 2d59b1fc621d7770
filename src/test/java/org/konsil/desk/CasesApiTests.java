package org.konsil.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.casefile.Registration;
import org.konsil.consent.GivenConsent;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.process.Outbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class CasesApiTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc site;

    @Autowired
    Registration registration;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Outbox outbox;

    @Test
    void aCaseIsForItsHomeOnlyUntilOthersAreAsked() throws Exception {
        var caseId = aCase();
        read("clinician.fi", "/" + caseId).andExpect(status().isOk());
        read("clinician.no", "/" + caseId).andExpect(status().isNotFound());
        read("dispatcher.epicare", "/" + caseId).andExpect(status().isNotFound());
        toNetwork(caseId);
        read("dispatcher.epicare", "/" + caseId).andExpect(status().isOk());
        read("admin", "/" + caseId).andExpect(status().isForbidden());
    }

    @Test
    void whatIsNoNumberOfACaseIsNotThere() throws Exception {
        read("clinician.fi", "/onni").andExpect(status().isNotFound());
        read("clinician.fi", "/" + UUID.randomUUID()).andExpect(status().isNotFound());
    }

    @Test
    void theListGoesOnWhereThePageBeforeEnded() throws Exception {
        aCase();
        aCase();
        var first = read("clinician.fi", "?size=1").andExpect(status().isOk()).andReturn();
        var next = JsonPath.<String>read(first.getResponse().getContentAsString(), "$.next");
        var one = JsonPath.<String>read(first.getResponse().getContentAsString(), "$.items[0].caseId");
        var two = JsonPath.<String>read(
                read("clinician.fi", "?size=1&after=" + next)
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.items[0].caseId");
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void aFilterThatCannotBeIsNamed() throws Exception {
        read("clinician.fi", "?state=nowhere").andExpect(status().isUnprocessableEntity());
        read("clinician.fi", "?country=xx").andExpect(status().isUnprocessableEntity());
        read("clinician.fi", "?size=1000").andExpect(status().isUnprocessableEntity());
        read("clinician.fi", "?after=here").andExpect(status().isUnprocessableEntity());
        read("clinician.fi", "?state=awaiting-consent").andExpect(status().isOk());
    }

    @Test
    void readingStandsInTheHistoryWhichAuditorsMayRead() throws Exception {
        var caseId = aCase();
        read("clinician.fi", "/" + caseId);
        read("auditor", "/" + caseId + "/history")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].action", hasItem("case-registered")))
                .andExpect(jsonPath("$.items[*].action", hasItem("case-read")));
        read("admin", "/" + caseId + "/history").andExpect(status().isForbidden());
    }

    @Test
    void aWithdrawalIsToldToTheProcess() throws Exception {
        var caseId = aCase();
        toNetwork(caseId);
        var scopes = "{\"scopes\":[\"panel-care\"],\"withdrawnOn\":\"2026-01-01\",\"channel\":\"phone\"}";
        report("clinician.fi", caseId, "consent-withdrawn", scopes).andExpect(status().isAccepted());
        verify(outbox).publish(eq(caseId), eq("consent-withdrawn"), eq(caseId.toString()), any());
    }

    @Test
    void aDeathIsToldToTheProcess() throws Exception {
        var caseId = aCase();
        report("clinician.fi", caseId, "patient-died", "{}").andExpect(status().isAccepted());
        verify(outbox).publish(eq(caseId), eq("patient-died"), eq(caseId.toString()), any());
    }

    @Test
    void onlyTheHomeClinicianReportsADeath() throws Exception {
        var caseId = aCase();
        toNetwork(caseId);
        report("dispatcher.epicare", caseId, "patient-died", "{}").andExpect(status().isForbidden());
        report("clinician.no", caseId, "patient-died", "{}").andExpect(status().isNotFound());
        verify(outbox, never()).publish(eq(caseId), eq("patient-died"), any(), any());
    }

    @Test
    void theUrgencyChangesOnceAndWithAReason() throws Exception {
        var caseId = aCase();
        report("clinician.fi", caseId, "urgency-changed", "{\"urgency\":\"urgent\"}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/reason")));
        var urgent = "{\"urgency\":\"urgent\",\"reason\":\"Status epilepticus\"}";
        report("clinician.fi", caseId, "urgency-changed", urgent)
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.urgency").value("urgent"));
        report("clinician.fi", caseId, "urgency-changed", urgent)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("event-not-possible-now"));
    }

    @Test
    void whatIsNotPossibleSaysWhyAndWhatInstead() throws Exception {
        var caseId = aCase();
        for (var event : new String[] {"re-open", "conflict-found"}) {
            report("clinician.fi", caseId, event, "{}")
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("event-not-possible-now"))
                    .andExpect(jsonPath("$.do").isNotEmpty());
        }
        report("clinician.fi", caseId, "miracle", "{}").andExpect(status().isNotFound());
    }

    private ResultActions read(String user, String path) throws Exception {
        return site.perform(get("/api/v1/cases" + path).with(httpBasic(user, "konsil-demo")));
    }

    private ResultActions report(String user, CaseId caseId, String event, String body) throws Exception {
        return site.perform(post("/api/v1/cases/{id}/events/{event}", caseId, event)
                .with(httpBasic(user, "konsil-demo"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private CaseId aCase() {
        return registration.register(
                SomeCases.onni(), access.person("clinician.fi").orElseThrow(), null);
    }

    private void toNetwork(CaseId caseId) {
        transaction.executeWithoutResult(status ->
                grants.share(GivenConsent.toEverything(house, caseId), Group.of("dispatcher:epicare"), As.NETWORK));
    }
}
