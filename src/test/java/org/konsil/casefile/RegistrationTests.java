package org.konsil.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Person;
import org.konsil.access.UnknownCase;
import org.konsil.audit.Audit;
import org.konsil.casefile.CaseList.Filter;
import org.konsil.consent.GivenConsent;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.konsil.kernel.Stage;
import org.konsil.process.Outbox;
import org.konsil.vault.Controller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class RegistrationTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    ApplicationContext house;

    @Autowired
    Registration registration;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseList list;

    @Autowired
    PatientIdentities identities;

    @Autowired
    Attachments attachments;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    Audit audit;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    static ObjectNode onni() {
        var answers = JSON.createObjectNode()
                .put("provider", "hus")
                .put("country", "fi")
                .put("pseudonym", "HUS-2026-014")
                .put("familyName", "Virtanen")
                .put("dateOfBirth", LocalDate.now().minusYears(4).toString())
                .put("sex", "male")
                .put("diagnosisStatus", "suspected")
                .put("clinicalSummary", "Twenty to thirty seizures a day.")
                .put("question", "treatment")
                .put("urgency", "urgent")
                .put("urgencyReason", "Seizures increase.");
        answers.putArray("phenotypes").addObject().put("code", "HP:0001250").put("presence", "present");
        answers.putArray("diseases").addObject().put("code", "ORPHA:424242");
        return answers;
    }

    private Person clinician() {
        return person("clinician.fi");
    }

    private Person person(String userId) {
        return access.person(userId).orElseThrow();
    }

    private CaseId registered() {
        return registration.register(onni(), clinician(), null);
    }

    @Test
    void aCaseIsStoredGrantedRememberedAndHandedToTheProcess() {
        var caseId = registered();

        var summary = cases.summary(caseId);
        assertThat(summary.pseudonym()).isEqualTo("HUS-2026-014");
        assertThat(summary.state()).isEqualTo(CaseState.DRAFT);
        assertThat(access.may(clinician(), caseId, Right.KNOW)).isTrue();
        assertThat(access.may(person("dpo.fi"), caseId, Right.KNOW)).isTrue();
        assertThat(access.may(person("clinician.no"), caseId, Right.KNOW)).isFalse();
        assertThat(audit.history(caseId)).extracting(it -> it.entry().action()).containsExactly("case-registered");
        verify(outbox)
                .start(
                        caseId,
                        Map.of("caseId", caseId.toString(), "country", "fi", "urgency", "urgent", "provider", "hus"));
    }

    @Test
    void thePatientsIdentityStandsApartAndSealed() {
        var caseId = registered();

        assertThat(cases.clinical(caseId).has("familyName")).isFalse();
        assertThat(cases.clinical(caseId).has("dateOfBirth")).isFalse();
        assertThat(cases.clinical(caseId).path("ageYears").asDouble()).isEqualTo(4.0);
        assertThat(identities.of(caseId).path("familyName").asText()).isEqualTo("Virtanen");
        var stored = jdbc.sql("SELECT sealed FROM patient_identity WHERE case_id = ?")
                .param(caseId.value())
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .single();
        assertThat(stored).doesNotContain("Virtanen");
    }

    @Test
    void aCodeThatIsNotLoadedIsTakenAndFlaggedAndNamesAreFilledIn() {
        var clinical = cases.clinical(registered());

        assertThat(clinical.path("unknownCodes").toString()).isEqualTo("[\"ORPHA:424242\"]");
        assertThat(clinical.at("/phenotypes/0/label").asText()).isEqualTo("Seizure");
    }

    @Test
    void wrongAnswersAreNamedByTheirPlace() {
        var answers = onni();
        answers.put("country", "no").put("sex", 7).put("shoeSize", 42).remove("clinicalSummary");
        ((ObjectNode) answers.at("/phenotypes/0")).put("code", "seizure");
        answers.put("dateOfBirth", LocalDate.now().plusDays(2).toString());

        var refused = catchThrowableOfType(Refusal.class, () -> registration.register(answers, clinician(), null));

        assertThat(refused.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refused.fields())
                .extracting(Refusal.Field::pointer)
                .contains("/country", "/sex", "/shoeSize", "/clinicalSummary", "/phenotypes/0/code", "/dateOfBirth");
    }

    @Test
    void datesMustFitEachOther() {
        var answers = onni();
        answers.put("firstContact", LocalDate.now().minusYears(5).toString());

        var refused = catchThrowableOfType(
                RegistrationRefused.class, () -> registration.register(answers, clinician(), null));

        assertThat(refused.fields()).extracting(Refusal.Field::pointer).containsExactly("/firstContact");
    }

    @Test
    void onlyCliniciansRegister() {
        assertThatThrownBy(() -> registration.register(onni(), person("dispatcher.epicare"), null))
                .isInstanceOf(NotAHomeClinician.class);
    }

    @Test
    void aRepeatedRequestIsTheSameCaseAndAnotherBodyIsAConflict() {
        var key = UUID.randomUUID().toString();
        var first = registration.register(onni(), clinician(), key);

        assertThat(registration.register(onni(), clinician(), key)).isEqualTo(first);
        assertThatThrownBy(() -> registration.register(onni().put("pseudonym", "other"), clinician(), key))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void theSameRequestTwiceAtOnceIsOneCase() throws Exception {
        var key = UUID.randomUUID().toString();
        Callable<CaseId> register = () -> registration.register(onni(), clinician(), key);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var cases = threads.invokeAll(java.util.Collections.nCopies(8, register));
            var ids = new java.util.HashSet<CaseId>();
            for (var each : cases) {
                ids.add(each.get());
            }
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void theSameContentIsRecognisedAgainAtTheSameProviderOnly() {
        var content = UUID.randomUUID().toString();
        var first = registration.registerContent(onni(), clinician(), null, content);
        var second = registration.registerContent(onni(), clinician(), null, content);

        assertThat(first.again()).isFalse();
        assertThat(second).isEqualTo(new Registration.Registered(first.caseId(), true));
        assertThat(registration.alreadyRegistered("hus", content)).contains(first.caseId());
        assertThat(registration.alreadyRegistered("ous", content)).isEmpty();
    }

    @Test
    void whenTheProcessCannotBeToldNothingIsStored() {
        var before = count("case_file");
        doThrow(new IllegalStateException("no")).when(outbox).start(any(), eq(Map.of("x", "y")));
        doThrow(new IllegalStateException("no")).when(outbox).start(any(), any());

        assertThatThrownBy(() -> registration.register(onni(), clinician(), null))
                .hasMessage("no");

        assertThat(count("case_file")).isEqualTo(before);
        org.mockito.Mockito.reset(outbox);
    }

    @Test
    void aCaseMovesOnceAndNotAfterItIsClosed() {
        var caseId = registered();
        cases.enter(caseId, Stage.CONSENT, CaseState.AWAITING_CONSENT, Actor.SYSTEM);
        cases.enter(caseId, Stage.CONSENT, CaseState.AWAITING_CONSENT, Actor.SYSTEM);
        cases.choose(caseId, NetworkId.of("epicare"), Actor.SYSTEM);
        cases.close(caseId, ClosingReason.ADVISED, Actor.SYSTEM);
        cases.close(caseId, ClosingReason.ADVISED, Actor.SYSTEM);

        assertThat(audit.history(caseId))
                .extracting(it -> it.entry().action())
                .containsExactly("case-registered", "stage-entered", "network-chosen", "case-closed");
        assertThat(audit.history(caseId).get(1).entry().details())
                .containsEntry("old", "draft")
                .containsEntry("new", "awaiting-consent");
        assertThatThrownBy(() -> cases.enter(caseId, Stage.TRIAGE, CaseState.TRIAGE, Actor.SYSTEM))
                .isInstanceOf(CaseIsOver.class);
        assertThatThrownBy(() -> cases.summary(CaseId.next())).isInstanceOf(UnknownCase.class);
    }

    @Test
    void answersAreKeptSealedAndOncePerTask() {
        var caseId = registered();
        JsonNode answers = JSON.createObjectNode().put("opinion", "Gamma knife");
        cases.keep(caseId, 7, "expert-opinion", answers, Controller.NETWORK, Actor.of("expert1.epicare"));

        assertThat(cases.latest(caseId, "expert-opinion").orElseThrow().answers())
                .isEqualTo(answers);
        assertThat(cases.submissions(caseId, "triage")).isEmpty();
        assertThatThrownBy(() -> cases.keep(caseId, 7, "expert-opinion", answers, Controller.NETWORK, Actor.SYSTEM))
                .isInstanceOf(AlreadyAnswered.class);
    }

    @Test
    void theListShowsWhatIsGrantedPageByPage() {
        var transaction = new TransactionTemplate(transactions);
        var lead = person("lead.bond");
        var ids = java.util.stream.Stream.generate(this::registered).limit(5).toList();
        transaction.executeWithoutResult(status ->
                ids.forEach(id -> grants.share(GivenConsent.toEverything(house, id), lead.userId(), Grants.As.PANEL)));
        transaction.executeWithoutResult(
                status -> grants.revoke(ids.getFirst(), new Grants.Standing(lead.userId(), Grants.As.PANEL)));

        var first = list.find(Filter.ANY, lead, null, 3);
        var second = list.find(Filter.ANY, lead, first.next(), 3);

        assertThat(first.total()).isEqualTo(4);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(second.items().getFirst().caseId()).isEqualTo(ids.get(1));
        assertThat(list.find(new Filter(null, null, Country.of("no")), lead, null, 3)
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> list.find(Filter.ANY, lead, "nonsense", 3)).isInstanceOf(UnknownPlace.class);
    }

    @Test
    void filesAreTakenByWhatTheyAreNotByWhatTheyAreCalled() {
        var caseId = registered();
        var transaction = new TransactionTemplate(transactions);
        var letter = "%PDF-1.7 a letter".getBytes(StandardCharsets.UTF_8);

        var kept = transaction.execute(
                status -> attachments.add(caseId, Controller.HOME, "Letter of Virtanen.pdf", letter, Actor.SYSTEM));

        assertThat(attachments.of(caseId)).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("Letter of Virtanen.pdf");
            assertThat(it.mediaType()).isEqualTo("application/pdf");
        });
        assertThat(attachments.read(Objects.requireNonNull(kept), Actor.SYSTEM)).isEqualTo(letter);
        for (var wrong : new String[] {"", "MZ\u0000\u0001", "<script>alert(1)</script>"}) {
            assertThatThrownBy(() -> transaction.execute(status -> attachments.add(
                            caseId, Controller.HOME, "x.pdf", wrong.getBytes(StandardCharsets.UTF_8), Actor.SYSTEM)))
                    .isInstanceOf(AttachmentRefused.class);
        }
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }
}
