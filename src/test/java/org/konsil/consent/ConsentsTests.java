package org.konsil.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.Onni;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.audit.Recorded;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Registration;
import org.konsil.clocks.Clocks;
import org.konsil.decisions.CaseRules;
import org.konsil.forms.Forms;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.konsil.kernel.JobId;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.konsil.kernel.Stage;
import org.konsil.process.HumanTask;
import org.konsil.process.WorkOffered;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class ConsentsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Actor CLINICIAN = Actor.of("clinician.fi");
    private static final Recipient EPICARE = Recipient.network(NetworkId.of("epicare"));
    private static final Recipient LUNG = Recipient.network(NetworkId.of("lung"));
    private static final AtomicLong KEYS = new AtomicLong(7_000);

    @Autowired
    Consents consents;

    @Autowired
    RecordConsent step;

    @Autowired
    ConsentTerms terms;

    @Autowired
    Clocks clocks;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseRules rules;

    @Autowired
    Registration registration;

    @Autowired
    Forms forms;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    Audit audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void onnisParentsAgreeToWhatTheyTickedAndToNothingElse() {
        var caseId = onni();
        record(caseId, parents());

        assertThat(consents.careHolds(caseId, EPICARE)).isTrue();
        assertThat(consents.holds(caseId, Scope.REGISTRY)).isFalse();
        assertThat(consents.of(caseId).orElseThrow().version()).isEqualTo(1);
        assertThat(consents.signatories(caseId))
                .extracting(Signatory::name)
                .containsExactly("Aino Virtanen", "Eero Virtanen");
        assertThat(judged(caseId)).isEqualTo("sufficient");
    }

    @Test
    void workIsPutUpForACentreThatMayNotSeeTheCaseYetAndTheRefusalIsKept() {
        var caseId = onni();
        record(caseId, JSON.createObjectNode().put("consentGiven", "no"));

        transaction.executeWithoutResult(status -> {
            events.publishEvent(new WorkOffered(caseId, Stage.DOMESTIC, List.of("centre:fi")));
            audit.record(Entry.done(Actor.SYSTEM, "task-created", caseId));
        });

        var history = audit.history(caseId).stream().map(Recorded::entry).toList();
        assertThat(history).extracting(Entry::action).contains("task-created");
        assertThat(history)
                .filteredOn(entry -> entry.action().equals("case-shared"))
                .extracting(Entry::outcome)
                .containsExactly(Entry.Outcome.REFUSED);
    }

    @Test
    void whoSignedStandsNowhereInPlain() {
        var caseId = onni();
        record(caseId, parents());

        var sealed = jdbc.sql("SELECT sealed FROM consent WHERE case_id = ?")
                .param(caseId.value())
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .single();

        assertThat(sealed).doesNotContain("Virtanen");
    }

    @Test
    void bothParentsHaveToSignWhereBothHoldCustody() {
        var caseId = onni();
        var one = parents();
        one.withArray("signatories").remove(1);
        record(caseId, one);

        assertThat(judged(caseId)).isEqualTo("incomplete");

        record(caseId, parents());
        assertThat(judged(caseId)).isEqualTo("sufficient");
    }

    @Test
    void aNetworkThatIsNotNamedReceivesNothing() {
        var caseId = onni();
        var named = parents().put("recipients", "named");
        named.putArray("networks").add("epicare");
        named.putArray("thirdCountries").add("gb");
        record(caseId, named);

        assertThat(consents.careHolds(caseId, EPICARE)).isTrue();
        assertThat(consents.careHolds(caseId, LUNG)).isFalse();
        assertThat(consents.careHolds(caseId, Recipient.guest("guest.uk", Country.of("gb"))))
                .isTrue();
        assertThat(consents.careHolds(caseId, Recipient.guest("guest.us", Country.of("us"))))
                .isFalse();
    }

    @Test
    void withdrawingACareScopeClosesTheCaseToEverybodyOutsideAtOnce() {
        var caseId = onni();
        record(caseId, parents());
        letIn(caseId, "dispatcher:epicare", Grants.As.NETWORK);
        var dispatcher = access.person("dispatcher.epicare").orElseThrow();
        assertThat(access.may(dispatcher, caseId, Right.KNOW)).isTrue();

        consents.withdraw(caseId, Scope.RECORD_SHARING, CLINICIAN);
        consents.withdraw(caseId, Scope.RECORD_SHARING, CLINICIAN);

        assertThat(access.may(dispatcher, caseId, Right.KNOW)).isFalse();
        assertThat(access.may(access.person("clinician.fi").orElseThrow(), caseId, Right.KNOW))
                .isTrue();
        assertThat(consents.careHolds(caseId, EPICARE)).isFalse();
        assertThat(judged(caseId)).isEqualTo("declined");
        assertThat(audit.history(caseId).stream()
                        .filter(it -> it.entry().action().equals("consent-withdrawn")))
                .hasSize(1);
    }

    @Test
    void whomANarrowerConsentKeepsOutTheNextWiderOneLetsInAgain() {
        var caseId = onni();
        record(caseId, parents());
        letIn(caseId, "dispatcher:epicare", Grants.As.NETWORK);
        var dispatcher = access.person("dispatcher.epicare").orElseThrow();

        record(caseId, withoutSharing());
        assertThat(access.may(dispatcher, caseId, Right.KNOW)).isFalse();
        record(caseId, withoutSharing());
        record(caseId, parents());

        assertThat(access.may(dispatcher, caseId, Right.KNOW)).isTrue();
        assertThat(grants.heldBack(caseId)).isEmpty();
    }

    @Test
    void whoseWorkEndedMeanwhileIsNotLetInAgain() {
        var caseId = onni();
        record(caseId, parents());
        letIn(caseId, "dispatcher:epicare", Grants.As.NETWORK);
        letIn(caseId, "dispatcher:bond", Grants.As.NETWORK);

        record(caseId, withoutSharing());
        transaction.executeWithoutResult(
                status -> grants.revoke(caseId, new Grants.Standing("dispatcher:bond", Grants.As.NETWORK)));
        record(caseId, parents());

        assertThat(access.may(access.person("dispatcher.epicare").orElseThrow(), caseId, Right.KNOW))
                .isTrue();
        assertThat(access.may(access.person("dispatcher.bond").orElseThrow(), caseId, Right.KNOW))
                .isFalse();
    }

    @Test
    void aNewConsentThatLeavesOutTheNetworkAtWorkKeepsOutItsLeadTooAndDoesNotSuffice() {
        var caseId = onni();
        record(caseId, parents());
        letIn(caseId, "coordinator:epicare", Grants.As.NETWORK);
        transaction.executeWithoutResult(status -> {
            cases.choose(caseId, NetworkId.of("epicare"), CLINICIAN);
            grants.share(GivenConsent.agreed(caseId), "lead.epicare", Grants.As.LEAD);
        });
        var lead = access.person("lead.epicare").orElseThrow();
        assertThat(access.may(lead, caseId, Right.KNOW)).isTrue();
        var other = parents().put("recipients", "named");
        other.putArray("networks").add("lung");

        record(caseId, other);

        assertThat(access.may(lead, caseId, Right.KNOW)).isFalse();
        assertThat(judged(caseId)).isEqualTo("incomplete");
        record(caseId, parents());
        assertThat(access.may(lead, caseId, Right.KNOW)).isTrue();
        assertThat(judged(caseId)).isEqualTo("sufficient");
    }

    @Test
    void theClockOfAConsentThatWasRecordedMeanwhileGoesOn() {
        var caseId = onni();
        record(caseId, parents().put("expiry", LocalDate.now(clock).plusDays(1).toString()));
        record(caseId, parents().put("expiry", LocalDate.now(clock).plusDays(90).toString()));

        terms.look(caseId, false, JobId.of(KEYS.incrementAndGet()));
        assertThat(asksForRenewal(caseId)).isTrue();

        terms.look(caseId, true, JobId.of(KEYS.incrementAndGet()));
        assertThat(asksForRenewal(caseId)).isFalse();
    }

    private boolean asksForRenewal(CaseId caseId) {
        return clocks.of(caseId).stream().anyMatch(it -> it.step().equals(ConsentTerms.STEP));
    }

    @Test
    void whoWasKeptOutIsSaidToHaveSeenTheCaseUntilThenOnly() {
        var caseId = onni();
        record(caseId, parents());
        letIn(caseId, "dispatcher:epicare", Grants.As.NETWORK);
        record(caseId, withoutSharing());
        var until = held(caseId).getFirst().until();

        transaction.executeWithoutResult(status -> grants.revokeAll(caseId, Grants.As.NETWORK));

        assertThat(until).isNotNull();
        assertThat(held(caseId).getFirst().until()).isEqualTo(until);
    }

    @Test
    void aRefusalBeforeAnyConsentIsOnRecordToo() {
        var caseId = onni();

        consents.withdraw(caseId, Scope.REFERRAL, CLINICIAN);

        assertThat(audit.history(caseId)).anyMatch(it -> it.entry().action().equals("consent-withdrawn"));
    }

    @Test
    void withdrawingTheRegistryStopsOnlyTheRegistry() {
        var caseId = onni();
        var generous = parents();
        generous.withArray("scopes").add("registry");
        record(caseId, generous);

        consents.withdraw(caseId, Scope.REGISTRY, CLINICIAN);

        assertThat(consents.holds(caseId, Scope.REGISTRY)).isFalse();
        assertThat(consents.careHolds(caseId, EPICARE)).isTrue();
    }

    @Test
    void aDeclinedConsentHoldsNothing() {
        var caseId = onni();
        record(caseId, JSON.createObjectNode().put("consentGiven", "no"));

        assertThat(consents.careHolds(caseId, EPICARE)).isFalse();
        assertThat(judged(caseId)).isEqualTo("declined");
    }

    @Test
    void anExtensionThatIsDeclinedLeavesWhatWasAgreedTo() {
        var caseId = onni();
        record(caseId, parents());

        transaction.executeWithoutResult(status -> step.answered(
                task(caseId, "extend-consent"), JSON.createObjectNode().put("consentGiven", "no"), CLINICIAN));

        assertThat(consents.careHolds(caseId, EPICARE)).isTrue();
    }

    @Test
    void theFormOpensWithTheGuardiansOfAFourYearOldAndTakesThisAnswer() {
        var caseId = onni();

        var prefill = step.prefill(task(caseId, "record-consent"), CLINICIAN);

        assertThat(prefill.at("/signatories/0/relation").asText()).isEqualTo("guardian");
        assertThat(prefill.path("networkOptions")).hasSize(24);
        assertThat(prefill.at("/guestOptions/0/label").asText()).contains("United Kingdom");
        var form = forms.named("record-consent");
        assertThat(form.validate(form.read(parents(), prefill), Locale.ENGLISH)).isEmpty();
        var tomorrow = parents().put("date", LocalDate.now(clock).plusDays(2).toString());
        assertThat(form.validate(form.read(tomorrow, prefill), Locale.ENGLISH))
                .extracting(it -> it.pointer())
                .containsExactly("/date");
    }

    @Test
    void aDeclinedConsentAsksForNothingMore() {
        var form = forms.named("record-consent");
        var declined = JSON.createObjectNode().put("consentGiven", "no");

        assertThat(form.validate(form.read(declined, JSON.createObjectNode()), Locale.ENGLISH))
                .isEmpty();
    }

    private @Nullable Object judged(CaseId caseId) {
        return rules.decide(caseId, JobId.of(KEYS.incrementAndGet()), "consent-sufficient")
                .value();
    }

    private void record(CaseId caseId, ObjectNode answers) {
        transaction.executeWithoutResult(status -> step.answered(task(caseId, "record-consent"), answers, CLINICIAN));
    }

    private void letIn(CaseId caseId, String group, Grants.As as) {
        transaction.executeWithoutResult(status -> grants.share(GivenConsent.agreed(caseId), Group.of(group), as));
    }

    private List<Grants.Held> held(CaseId caseId) {
        return grants.of(caseId).stream()
                .filter(it -> it.as() == Grants.As.NETWORK)
                .toList();
    }

    private static HumanTask task(CaseId caseId, String element) {
        return new HumanTask(KEYS.incrementAndGet(), caseId, "consent", element, "record-consent", null, null);
    }

    private ObjectNode withoutSharing() {
        var answers = parents();
        answers.putArray("scopes").add("referral").add("panel-care");
        return answers;
    }

    private ObjectNode parents() {
        var today = LocalDate.now(clock).toString();
        var answers = JSON.createObjectNode()
                .put("consentGiven", "yes")
                .put("guardiansNeeded", "both")
                .put("assent", "not-able")
                .put("minorDecides", false)
                .put("recipients", "any-ern")
                .put("documentVersion", "HUS 3.1")
                .put("language", "fi")
                .put("date", today)
                .put("placeOfOriginal", "Archive, folder 17")
                .put("interpreter", "not-needed");
        answers.putArray("scopes").add("referral").add("record-sharing").add("panel-care");
        var signatories = answers.putArray("signatories");
        signatories
                .addObject()
                .put("name", "Aino Virtanen")
                .put("relation", "guardian")
                .put("date", today);
        signatories
                .addObject()
                .put("name", "Eero Virtanen")
                .put("relation", "guardian")
                .put("date", today);
        return answers;
    }

    private CaseId onni() {
        return registration.register(
                Onni.answers(), access.person("clinician.fi").orElseThrow(), null);
    }
}
