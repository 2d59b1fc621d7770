package org.konsil.abroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.Onni;
import org.konsil.access.Access;
import org.konsil.casefile.Attachments;
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

    @Autowired
    DecideFunding decide;

    @Autowired
    Registration registration;

    @Autowired
    Access access;

    @Autowired
    Attachments files;

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
