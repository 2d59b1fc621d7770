package org.konsil.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HouseTest
class RegisterApiTests {

    @Autowired
    MockMvc site;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRegistrationIsAnsweredWithItsPlace() throws Exception {
        var answer = register(SomeCases.onni(), null)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", startsWith("/api/v1/cases/")))
                .andExpect(jsonPath("$.duplicate").value(false));
        read(answer.andReturn().getResponse().getHeader("Location"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pseudonym").value("HUS-2026-014"))
                .andExpect(jsonPath("$.state").value("DRAFT"));
    }

    @Test
    void theSameKeyWithTheSameContentIsTheSameCase() throws Exception {
        var first = caseId(register(SomeCases.onni(), "key-1"));
        assertThat(caseId(register(SomeCases.onni(), "key-1"))).isEqualTo(first);
        register(SomeCases.onni().put("sex", "female"), "key-1")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("idempotency-key-reused"));
    }

    @Test
    void aKeyThatCannotBeKeptIsRefused() throws Exception {
        register(SomeCases.onni(), "k".repeat(201)).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void brokenJsonIsSaidToBeBroken() throws Exception {
        send("/api/v1/cases", "{\"provider\":").andExpect(status().isBadRequest());
    }

    @Test
    void everyWrongFieldIsNamedByItsPointer() throws Exception {
        var wrong =
                SomeCases.onni().put("dateOfBirth", "2999-01-01").put("sex", 5).put("surname", "Virtanen");
        wrong.withArray("diseases").addObject().put("code", "no code");
        var before = cases();
        register(wrong, null)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath(
                        "$.errors[*].pointer", hasItems("/surname", "/dateOfBirth", "/sex", "/diseases/1/code")));
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void aBodyOfAnotherTypeThanAnObjectIsRefused() throws Exception {
        send("/api/v1/cases", "[1, 2]").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void tenMegabytesOfTextAreTooMuch() throws Exception {
        register(SomeCases.onni().put("clinicalSummary", "x".repeat(10_000_000)), null)
                .andExpect(status().isPayloadTooLarge());
    }

    @Test
    void codesThatAreUnknownHereAreKeptAndFlagged() throws Exception {
        var registration = SomeCases.onni();
        registration.withArray("diseases").addObject().put("code", "ORPHA:999999999");
        register(registration, null)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.flags", hasItem("unknown-codes")))
                .andExpect(jsonPath("$.unknownCodes", hasItem("ORPHA:999999999")));
    }

    @Test
    void nobodyRegistersForAnotherHospital() throws Exception {
        register(SomeCases.onni().put("provider", "ous").put("country", "no"), null)
                .andExpect(status().isUnprocessableEntity());
        site.perform(post("/api/v1/cases")
                        .with(httpBasic("dispatcher.epicare", "konsil-demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(SomeCases.onni().toString()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aPacketThatComesAgainIsTheSameCase() throws Exception {
        var packet = SomeCases.packet("again-1");
        var first = caseId(packets(packet).andExpect(status().isCreated()));
        packets(packet)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.duplicate").value(true))
                .andExpect(jsonPath("$.caseId").value(first));
    }

    @Test
    void aRecordedDeathWaitsForConfirmation() throws Exception {
        packets(SomeCases.packetOfADeadPatient("dead-1"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.flags", hasItem("death-needs-confirmation")));
    }

    @Test
    void aMalformedPacketLeavesNothingBehind() throws Exception {
        var before = cases();
        var packet = SomeCases.packet("wrong-1");
        packet.withObject("/subject").put("sex", "MEN");
        packets(packet)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/subject/sex")));
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void anUnknownWishIsNamed() throws Exception {
        send(
                        "/api/v1/cases/phenopackets?question=miracle",
                        SomeCases.packet("wish-1").toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/question")));
    }

    @Test
    void anUrgentPacketIsUrgent() throws Exception {
        var caseId = JsonPath.<String>read(
                send(
                                "/api/v1/cases/phenopackets?urgency=urgent&country=FI",
                                SomeCases.packet("urgent-1").toString())
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.caseId");
        read("/api/v1/cases/" + caseId).andExpect(jsonPath("$.urgency").value("urgent"));
    }

    private ResultActions register(JsonNode answers, @Nullable String key) throws Exception {
        var request = post("/api/v1/cases")
                .with(httpBasic("clinician.fi", "konsil-demo"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(answers.toString());
        return site.perform(key == null ? request : request.header("Idempotency-Key", key));
    }

    private ResultActions packets(JsonNode packet) throws Exception {
        return send("/api/v1/cases/phenopackets", packet.toString());
    }

    private ResultActions send(String address, String body) throws Exception {
        return site.perform(post(address)
                .with(httpBasic("clinician.fi", "konsil-demo"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions read(@Nullable String address) throws Exception {
        return site.perform(get(String.valueOf(address)).with(httpBasic("clinician.fi", "konsil-demo")));
    }

    private static String caseId(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.caseId");
    }

    private long cases() {
        return jdbc.sql("SELECT COUNT(*) FROM case_file").query(Long.class).single();
    }
}
