package org.konsil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.AuditChain;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseList;
import org.konsil.casefile.Registration;
import org.konsil.consent.GivenConsent;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.konsil.kernel.Stage;
import org.konsil.process.Postgres;
import org.konsil.time.TimeShift;
import org.konsil.vault.Controller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same program on PostgreSQL: every migration, and a case that is registered, moved, listed and accounted for. */
@HouseTest
@DirtiesContext
class PostgresTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }

    @Autowired
    ApplicationContext house;

    @Autowired
    Registration registration;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseList list;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    Audit audit;

    @Autowired
    AuditChain chain;

    @Autowired
    TimeShift time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aCaseGoesItsWay() throws Exception {
        var clinician = access.person("clinician.fi").orElseThrow();
        var answers = new ObjectMapper().readTree("""
            {"provider": "hus", "country": "fi", "pseudonym": "HUS-1", "sex": "male", "diagnosisStatus": "undiagnosed",
             "clinicalSummary": "Seizures.", "question": "diagnosis", "urgency": "routine"}
            """);

        var caseId = registration.register(answers, clinician, "key-1");
        assertThat(registration.register(answers, clinician, "key-1")).isEqualTo(caseId);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            var agreed = GivenConsent.toEverything(house, caseId);
            grants.share(agreed, "expert1.epicare", Grants.As.PANEL);
            grants.share(agreed, "expert1.epicare", Grants.As.PANEL);
            cases.enter(caseId, Stage.TRIAGE, CaseState.TRIAGE, Actor.SYSTEM);
            cases.choose(caseId, NetworkId.of("epicare"), Actor.SYSTEM);
            cases.keep(caseId, 1, "triage", answers, Controller.NETWORK, Actor.SYSTEM);
        });
        audit.recordApart(org.konsil.audit.Entry.refused(Actor.SYSTEM, "closing", caseId, "no-quorum"));

        var filter = new CaseList.Filter(CaseState.TRIAGE, NetworkId.of("epicare"), Country.of("fi"));
        var expert = access.person("expert1.epicare").orElseThrow();
        assertThat(list.find(filter, expert, null, 10).items()).containsExactly(cases.summary(caseId));
        assertThat(cases.latest(caseId, "triage").orElseThrow().answers()).isEqualTo(answers);
        assertThat(audit.history(caseId)).hasSize(5);
        assertThat(chain.verify().intact()).isTrue();
        new TransactionTemplate(transactions).executeWithoutResult(status -> grants.revokeAll(caseId, Grants.As.PANEL));
        assertThat(access.may(expert, caseId, Right.KNOW)).isFalse();
    }

    @Test
    void theHistoryIsAppendOnly() {
        for (var change :
                new String[] {"DELETE FROM audit_event", "UPDATE audit_event SET actor = 'x'", "TRUNCATE audit_chain"
                }) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("append-only");
        }
    }

    /** The tables of what patients ask for, and of cases that were opened with a reason. */
    @Test
    void rightsAndOpenings() throws Exception {
        var caseId = registration.register(
                Onni.answers(), access.person("clinician.fi").orElseThrow(), "rights");
        var cases = "/api/v1/cases/" + caseId;
        post("auditor", cases + "/openings", "{\"reason\": \"A complaint.\"}");
        post("dpo.fi", cases + "/requests", """
                {"kind": "access", "receivedOn": "%s", "requestedBy": "patient"}
                """.formatted(LocalDate.now(ZoneOffset.UTC)));

        var asked = get("dpo.fi", cases + "/requests");
        assertThat(asked).contains("dpo:hus").contains("\"kind\":\"access\"");
        assertThat(get("auditor", "/api/v1/openings")).contains("A complaint.");
    }

    private void post(String account, String to, String body) throws Exception {
        web.perform(MockMvcRequestBuilders.post(to)
                        .with(httpBasic(account, "konsil-demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isCreated());
    }

    private String get(String account, String from) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(from).with(httpBasic(account, "konsil-demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theClockMovesForward() {
        time.advance(Duration.ofDays(1));
        assertThat(time.offset()).isGreaterThanOrEqualTo(Duration.ofDays(1));
    }
}
