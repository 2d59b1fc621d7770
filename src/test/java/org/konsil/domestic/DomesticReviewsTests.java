package org.konsil.domestic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.HouseTest;
import org.konsil.Onni;
import org.konsil.access.Access;
import org.konsil.casefile.Registration;
import org.konsil.consent.GivenConsent;
import org.konsil.decisions.CaseRules;
import org.konsil.forms.Forms;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.kernel.Right;
import org.konsil.packs.CountryPacks;
import org.konsil.process.HumanTask;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class DomesticReviewsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Actor CENTRE = Actor.of("centre.fi");
    private static final Actor CLINICIAN = Actor.of("clinician.fi");
    private static final Actor CONTACT = Actor.of("contact.fi");
    private static final AtomicLong KEYS = new AtomicLong(8_000);

    @Autowired
    ApplicationContext house;

    @Autowired
    DomesticReviews reviews;

    @Autowired
    DomesticRows rows;

    @Autowired
    GiveEvidence give;

    @Autowired
    AskForWaiver ask;

    @Autowired
    DecideOnWaiver decide;

    @Autowired
    CaseRules rules;

    @Autowired
    Registration registration;

    @Autowired
    Forms forms;

    @Autowired
    Access access;

    @Autowired
    CountryPacks packs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource({
        "fi, hus, CENTRE, centre:fi", "nl, radboudumc, CONTACT, contact:nl",
        "pl, czd, CENTRE_ELSE_CONTACT, centre:pl", "ua, okhmatdyt, CENTRE_ELSE_CONTACT, centre:ua"
    })
    void whoIsAskedMaySeeTheCaseFromThenOn(String country, String provider, Asks asks, String group) {
        var caseId = registered(country, provider);
        var reader = access.person(group.replace(':', '.')).orElseThrow();
        assertThat(access.may(reader, caseId, Right.KNOW)).isFalse();

        var asked = reviews.ask(caseId, JobId.of(5), asks);

        assertThat(asked.domesticGroup()).isEqualTo(group);
        assertThat(Instant.parse(asked.opinionDue())).isAfter(clock.instant());
        assertThat(access.may(reader, caseId, Right.KNOW)).isTrue();
        assertThat(reviews.ask(caseId, JobId.of(5), asks)).isEqualTo(asked);
        assertThat(reviews.of(caseId).requests()).hasSize(1);
    }

    @Test
    void evidenceIsJudgedByTheCountrysRuleAndCanBeCompleted() {
        var caseId = registered("fi", "hus");
        assertThat(judged(caseId)).isEqualTo("insufficient");

        answer(caseId, "domestic-opinion", opinion().put("diagnosticsDone", "incomplete"), CENTRE);
        assertThat(judged(caseId)).isEqualTo("insufficient");
        assertThat(give.prefill(task(caseId, "complete-evidence"), CLINICIAN)
                        .path("missing")
                        .asText())
                .contains("Diagnostics are not complete.");

        answer(caseId, "complete-evidence", own(), CLINICIAN);
        assertThat(judged(caseId)).isEqualTo("exhausted");
    }

    @Test
    void aCentreThatTakesThePatientOverKeepsTheCaseInTheCountry() {
        var caseId = registered("fi", "hus");

        answer(caseId, "domestic-opinion", opinion().put("solution", "yes"), CENTRE);

        assertThat(judged(caseId)).isEqualTo("domestic-solution");
    }

    @Test
    void aMeetingThatWantsMoreEvidenceCountsOnceThereIsMore() {
        var caseId = registered("no", "ous");
        answer(caseId, "domestic-opinion", opinion(), CENTRE);
        answer(caseId, "national-meeting", meeting("more-evidence"), CENTRE);
        assertThat(judged(caseId)).isEqualTo("insufficient");

        answer(caseId, "complete-evidence", own(), CLINICIAN);

        assertThat(judged(caseId)).isEqualTo("exhausted");
    }

    @Test
    void aWaiverNeedsASecondPerson() {
        var caseId = registered("fi", "hus");
        var asked = JSON.createObjectNode().put("waiverGround", "urgent");
        transaction.executeWithoutResult(status -> ask.answered(task(caseId, "exhaustion-waiver"), asked, CLINICIAN));
        assertThat(access.may(access.person("contact.fi").orElseThrow(), caseId, Right.KNOW))
                .isTrue();

        assertThatThrownBy(() -> decide(caseId, "approve", CLINICIAN)).isInstanceOf(SamePerson.class);
        assertThat(judged(caseId)).isEqualTo("insufficient");

        decide(caseId, "refuse", CONTACT);
        assertThat(judged(caseId)).isEqualTo("insufficient");
        decide(caseId, "approve", CONTACT);
        assertThat(judged(caseId)).isEqualTo("waived");
    }

    @Test
    void whoAsksForAWaiverAddsNoEvidence() {
        var caseId = registered("fi", "hus");

        answer(caseId, "complete-evidence", JSON.createObjectNode().put("evidenceStep", "waiver"), CLINICIAN);

        assertThat(reviews.of(caseId).evidence().contributions()).isEmpty();
    }

    @Test
    void theDutchCentreIsRecognisedForFiveYearsAndThePolishIsNot() {
        assertThat(reviews.checkRecognition(registered("nl", "radboudumc"), JobId.of(1))
                        .recognitionValid())
                .isTrue();
        assertThat(reviews.checkRecognition(registered("pl", "czd"), JobId.of(1))
                        .recognitionValid())
                .isFalse();
        assertThat(rows.isRecognised("centre-nl", LocalDate.of(2024, 12, 31), Period.ofYears(5)))
                .isFalse();
        assertThat(rows.isRecognised("centre-nl", LocalDate.of(2029, 12, 31), Period.ofYears(5)))
                .isTrue();
        assertThat(rows.isRecognised("centre-nl", LocalDate.of(2028, 1, 1), Period.ofYears(3)))
                .isFalse();
    }

    @Test
    void aDiagnosisOfFewFieldsGoesToATypeBCentre() {
        var caseId = registered("de", "charite");

        assertThat(rules.decide(caseId, JobId.of(KEYS.incrementAndGet()), "centre-type")
                        .value())
                .isEqualTo("type-b");
    }

    /** The rule of Norway that changed at the beginning of 2024. */
    @Test
    void aCaseKeepsTheRulesOfItsDayUntilItIsMoved() {
        var before = registered("no", "ous");
        registeredOn(before, "2023-12-31T12:00:00Z");
        var after = registered("no", "ous");
        registeredOn(after, "2024-01-01T12:00:00Z");
        assertThat(evidenceFor(before)).isEqualTo("opinion");
        assertThat(evidenceFor(after)).isEqualTo("opinion-and-meeting");

        packs.move(before, LocalDate.of(2024, 1, 1), CLINICIAN);

        assertThat(evidenceFor(before)).isEqualTo("opinion-and-meeting");
    }

    private @Nullable Object evidenceFor(CaseId caseId) {
        return rules.decide(caseId, JobId.of(KEYS.incrementAndGet()), "required-evidence")
                .value();
    }

    private void registeredOn(CaseId caseId, String at) {
        jdbc.sql("UPDATE case_file SET registered_at = ? WHERE id = ?")
                .params(OffsetDateTime.parse(at), caseId.value())
                .update();
    }

    @Test
    void theFormsTakeTheseAnswers() {
        assertThat(complaints("domestic-opinion", opinion())).isEmpty();
        assertThat(complaints("domestic-opinion", opinion().put("solution", "yes")))
                .contains("/plan");
        assertThat(complaints("national-meeting", meeting("refer"))).isEmpty();
        assertThat(complaints("complete-evidence", own())).isEmpty();
        assertThat(complaints("complete-evidence", JSON.createObjectNode().put("evidenceStep", "waiver")))
                .isEmpty();
        assertThat(complaints("approve-waiver", JSON.createObjectNode().put("waiverDecision", "refuse")))
                .containsExactly("/waiverComment");
        assertThat(complaints("exhaustion-waiver", JSON.createObjectNode().put("waiverGround", "urgent")))
                .containsExactlyInAnyOrder("/waiverReason", "/harmIfDelayed");
    }

    private List<String> complaints(String id, ObjectNode answers) {
        var form = forms.named(id);
        return form.validate(form.read(answers, JSON.createObjectNode()), Locale.ENGLISH).stream()
                .map(wrong -> wrong.pointer())
                .toList();
    }

    private @Nullable Object judged(CaseId caseId) {
        return rules.decide(caseId, JobId.of(KEYS.incrementAndGet()), "exhaustion")
                .value();
    }

    private void decide(CaseId caseId, String decision, Actor by) {
        var answers = JSON.createObjectNode().put("waiverDecision", decision);
        transaction.executeWithoutResult(status -> decide.answered(task(caseId, "approve-waiver"), answers, by));
    }

    private void answer(CaseId caseId, String form, ObjectNode answers, Actor by) {
        transaction.executeWithoutResult(status -> give.answered(task(caseId, form), answers, by));
    }

    private static HumanTask task(CaseId caseId, String form) {
        return new HumanTask(KEYS.incrementAndGet(), caseId, "domestic-fi", form, form, null, null);
    }

    private ObjectNode opinion() {
        return evidence()
                .put("centre", "Centre for Rare Diseases, Turku")
                .put("opinionDate", LocalDate.now(clock).toString())
                .put("opinion", "Surgery is not offered in the country.")
                .put("solution", "no")
                .put("reasonClass", "no-treatment")
                .put("responder", "Dr Saari");
    }

    private static ObjectNode own() {
        return evidence().put("evidenceStep", "add");
    }

    private static ObjectNode evidence() {
        return JSON.createObjectNode()
                .put("diagnosticsDone", "complete")
                .put("treatmentsTried", "exhausted")
                .put("trialsSearched", "yes")
                .put("guidelineConsulted", "yes");
    }

    private ObjectNode meeting(String conclusion) {
        return JSON.createObjectNode()
                .put("held", "yes")
                .put("meeting", "Reference network for epilepsy")
                .put("meetingDate", LocalDate.now(clock).toString())
                .put("conclusion", conclusion)
                .put("reasons", "Few such operations in the country.");
    }

    private CaseId registered(String country, String provider) {
        var clinician = access.person("clinician." + country).orElseThrow();
        var caseId = registration.register(Onni.answers(country, provider), clinician, null);
        GivenConsent.toEverything(house, caseId);
        return caseId;
    }
}
