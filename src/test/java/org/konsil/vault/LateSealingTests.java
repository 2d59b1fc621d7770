package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.consent.Consents;
import org.konsil.delivery.Deliveries;
import org.konsil.followup.FollowUps;
import org.konsil.kernel.CaseId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier versions kept in the open is read as before after the next start, and lies sealed. */
@HouseTest
class LateSealingTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @Autowired
    FollowUps followUps;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Consents consents;

    private final CaseId caseId = CaseId.next();

    private void start() {
        context.getBeansOfType(SmartInitializingSingleton.class).values().stream()
                .filter(bean -> bean.getClass().getName().startsWith("org.konsil."))
                .forEach(SmartInitializingSingleton::afterSingletonsInstantiated);
    }

    private long open(String table, String column) {
        return jdbc.sql("SELECT COUNT(%s) FROM %s WHERE case_id = ?".formatted(column, table))
                .param(caseId.value())
                .query(Long.class)
                .single();
    }

    @Test
    void reportsOfAFollowUp() {
        jdbc.sql(
                        "INSERT INTO follow_up_date (case_id, number, due_at, reported_at, implemented, result, adverse_events,"
                                + " diagnosis_changed) VALUES (?, 1, TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00:00',"
                                + " TIMESTAMP WITH TIME ZONE '2026-01-02 00:00:00+00:00', 'yes', 'improved', FALSE, TRUE)")
                .param(caseId.value())
                .update();
        start();
        start();

        var report = followUps.of(caseId).getFirst();
        assertThat(report.implemented()).isEqualTo("yes");
        assertThat(report.result()).isEqualTo("improved");
        assertThat(open("follow_up_date", "implemented") + open("follow_up_date", "diagnosis_changed"))
                .isZero();
    }

    @Test
    void decisionsOnTheAdvice() {
        jdbc.sql("INSERT INTO advice_answer (case_id, item, decision) VALUES (?, 1, 'accepted'), (?, 2, 'rejected')")
                .params(caseId.value(), caseId.value())
                .update();
        start();

        assertThat(deliveries.answers(caseId)).containsExactly("accepted", "rejected");
        assertThat(open("advice_answer", "decision")).isZero();
    }

    @Test
    void papersOfAConsent() {
        jdbc.sql(
                        "INSERT INTO consent (id, case_id, version, given, any_network, patient_signed, guardians_signed,"
                                + " guardians_needed, assent, minor_decides, document_version, language, document_date, sealed,"
                                + " recorded_by, recorded_at) VALUES (?, ?, 1, TRUE, TRUE, FALSE, 2, 2, 'given', FALSE, 'v2', 'fi',"
                                + " DATE '2026-01-03', X'00', 'clinician.fi', TIMESTAMP WITH TIME ZONE '2026-01-03 00:00:00+00:00')")
                .params(UUID.randomUUID(), caseId.value())
                .update();
        start();

        var consent = consents.of(caseId).orElseThrow();
        assertThat(consent.signed().guardians()).isEqualTo(2);
        assertThat(consent.signed().assent()).isEqualTo("given");
        assertThat(consent.document().version()).isEqualTo("v2");
        assertThat(consent.document().date()).hasToString("2026-01-03");
        assertThat(open("consent", "document_version") + open("consent", "assent"))
                .isZero();
    }
}
