package org.konsil.abroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.Onni;
import org.konsil.access.Access;
import org.konsil.casefile.Attachments;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Registration;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanTask;
import org.konsil.vault.Controller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class DecideFundingTests {

    private static final Actor CLINICIAN = Actor.of("clinician.fi");
    private static final AtomicLong KEYS = new AtomicLong(9_000);

    @Autowired
    DecideFunding decide;

    @Autowired
    Registration registration;

    @Autowired
    Access access;

    @Autowired
    Attachments files;

    @Autowired
    CaseFiles cases;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theHomeClinicianEntersADecisionOnlyFromTheLetterOfWhoeverDecided() {
        var caseId = registration.register(
                Onni.answers(), access.person("clinician.fi").orElseThrow(), null);
        assertThat(entered(caseId, Actor.of("funding.fi"))).containsKey("approvalEnds");
        assertThatThrownBy(() -> entered(caseId, CLINICIAN)).isInstanceOf(LetterMissing.class);

        transaction.executeWithoutResult(status -> files.add(
                caseId, Controller.HOME, "Letter.txt", "Approved.".getBytes(StandardCharsets.UTF_8), CLINICIAN));

        assertThat(entered(caseId, CLINICIAN)).containsKey("approvalEnds");
        assertThat(entered(caseId, Actor.of("contact.fi"))).containsKey("approvalEnds");
    }

    @Test
    void anAppealIsOpenToTheEndOfTheDayThatTheDecisionNames() {
        var caseId = registration.register(
                Onni.answers(), access.person("clinician.fi").orElseThrow(), null);
        var refused = new ObjectMapper().createObjectNode().put("fundingDecision", "refused");
        var funding = Actor.of("funding.fi");

        assertThat(entered(caseId, refused, funding)).isEqualTo(Map.of("appealTerm", "usual"));
        assertThat(entered(caseId, refused.put("appealUntil", "2040-01-31"), funding))
                .isEqualTo(Map.of("appealTerm", "named", "appealEnds", "2040-01-31T22:00:00Z"));
    }

    @Test
    void aRouteThatHasATermOfItsOwnGoesBeforeTheCountrysUsualOne() {
        var caseId = registration.register(
                Onni.answers("se", "karolinska"), access.person("clinician.se").orElseThrow(), null);
        var json = new ObjectMapper();
        var refused = json.createObjectNode().put("fundingDecision", "refused");
        keep(caseId, "abroad-application", json.createObjectNode().put("route", "directive"));
        keep(caseId, "funding-decision", refused);
        var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Stockholm")));

        assertThat(entered(caseId, refused, Actor.of("funding.se")))
                .isEqualTo(Map.of(
                        "appealTerm",
                        "by-route",
                        "appealEnds",
                        today.plusDays(22)
                                .atStartOfDay(ZoneId.of("Europe/Stockholm"))
                                .toInstant()
                                .toString()));
    }

    private void keep(CaseId caseId, String form, ObjectNode answers) {
        transaction.executeWithoutResult(status ->
                cases.keep(caseId, KEYS.incrementAndGet(), form, answers, Controller.HOME, Actor.of("clinician.se")));
    }

    private Map<String, Object> entered(CaseId caseId, Actor by) {
        var approved = new ObjectMapper()
                .createObjectNode()
                .put("fundingDecision", "approved")
                .put("validUntil", "2040-01-31");
        return entered(caseId, approved, by);
    }

    private Map<String, Object> entered(CaseId caseId, ObjectNode answers, Actor by) {
        return decide.answered(
                new HumanTask(1, caseId, "abroad-decision", "funding-decision", "funding-decision", null, null),
                answers,
                by);
    }
}
