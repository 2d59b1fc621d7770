package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.Onni;
import org.konsil.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registrations that look strange and are right: taken in as they are, and shown as the text that they are. */
@ProgramTest
class OddRegistrationTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ἀριάδνη Παπαδοπούλου",
                "Łucja Śliwińska-Ørsted",
                "👩‍⚕️🧬",
                "Robert'); DROP TABLE case_file;--",
                "' OR '1'='1",
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "=1+1",
                "= get value(context, \"secret\")",
                "${7*7} #{7*7} {{7*7}} *{7*7} [[${7*7}]]",
                "${jndi:ldap://127.0.0.1/a}",
                "{0} {1,choice,0#x} %s '"
            })
    void aNameIsTextAndNothingElse(String name) {
        var caseId = register(Onni.answers()
                        .put("pseudonym", name)
                        .put("familyName", name)
                        .put("clinicalSummary", name + "\n" + name))
                .path("caseId")
                .asText();
        assertThat(caller.get(Caller.CLINICIAN, "/api/v1/cases/" + caseId)
                        .is(200)
                        .json()
                        .path("pseudonym")
                        .asText())
                .isEqualTo(name);
        var page = caller.send("GET", Caller.CLINICIAN, "/cases/" + caseId, null, "Accept", "text/html");
        assertThat(page.text()).doesNotContain("<script>alert", "<img src=x", ">49<", "49 49");
    }

    @Test
    void wellFormedCodesThatNobodyKnowsHereAreKeptAndFlagged() {
        var answers = Onni.answers();
        answers.withArray("diseases").addObject().put("code", "ORPHA:99999999");
        answers.withArray("phenotypes").addObject().put("code", "HP:9999999").put("presence", "absent");
        var taken = register(answers);
        assertThat(taken.path("flags").toString()).contains("unknown-codes");
        assertThat(taken.path("unknownCodes").toString()).contains("ORPHA:99999999", "HP:9999999");
    }

    @Test
    void theSameKeyIsTheSameCaseAndNeverAnother() {
        var key = UUID.randomUUID().toString();
        var answers = Onni.answers();
        var first = caller.post(Caller.CLINICIAN, "/api/v1/cases", answers, "Idempotency-Key", key)
                .is(201);
        var before = Stored.now(jdbc);

        var again = caller.post(Caller.CLINICIAN, "/api/v1/cases", answers, "Idempotency-Key", key)
                .is(201);
        assertThat(again.json().path("caseId")).isEqualTo(first.json().path("caseId"));
        caller.post(Caller.CLINICIAN, "/api/v1/cases", Onni.answers().put("sex", "female"), "Idempotency-Key", key)
                .refused(409, "idempotency-key-reused");

        assertThat(Stored.now(jdbc).rows().get("case_file"))
                .isEqualTo(before.rows().get("case_file"));
        assertThat(Stored.now(jdbc).rows().get("patient_identity"))
                .isEqualTo(before.rows().get("patient_identity"));
    }

    @Test
    void aKeyBelongsToItsSender() {
        var key = UUID.randomUUID().toString();
        var here = caller.post(Caller.CLINICIAN, "/api/v1/cases", Onni.answers(), "Idempotency-Key", key)
                .is(201);
        var there = caller.post(
                        "clinician.se", "/api/v1/cases", Onni.answers("se", "karolinska"), "Idempotency-Key", key)
                .is(201);
        assertThat(there.json().path("caseId")).isNotEqualTo(here.json().path("caseId"));
    }

    private JsonNode register(Object answers) {
        return caller.post(Caller.CLINICIAN, "/api/v1/cases", answers).is(201).json();
    }
}
