package org.konsil.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.Onni;
import org.konsil.access.Access;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Registration;
import org.konsil.consent.Consents;
import org.konsil.consent.GivenConsent;
import org.konsil.consent.NotAgreed;
import org.konsil.consent.Scope;
import org.konsil.decisions.CaseRules;
import org.konsil.forms.Forms;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class RoutingsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Actor SPONSOR = Actor.of("sponsor.fi");
    private static final AtomicLong KEYS = new AtomicLong(9_000);

    @Autowired
    ApplicationContext house;

    @Autowired
    Routings routings;

    @Autowired
    Requests requests;

    @Autowired
    ConfirmNetwork step;

    @Autowired
    List<HumanStep> steps;

    @Autowired
    Consents consents;

    @Autowired
    CaseRules rules;

    @Autowired
    CaseFiles cases;

    @Autowired
    Registration registration;

    @Autowired
    Forms forms;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void onnisCaseIsRankedWithReasonsThatStaySealed() {
        var caseId = registered("fi", "hus");

        var ranked = routings.rank(caseId, job());

        assertThat(ranked.rankedNetworks()).startsWith("epicare").contains("rnd", "euro-nmd", "ithaca");
        var best = routings.of(caseId).getFirst().ranking().suggestions().getFirst();
        assertThat(best.reasons()).extracting(Reason::because).contains("ORPHA:98006", "HP:0001250");
        assertThat(jdbc.sql("SELECT ranking FROM routing_round WHERE case_id = ?")
                        .param(caseId.value())
                        .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .single())
                .doesNotContain("98006");
    }

    @Test
    void theSameJobRanksOnce() {
        var caseId = registered("fi", "hus");
        var job = job();

        assertThat(routings.rank(caseId, job)).isEqualTo(routings.rank(caseId, job));

        assertThat(routings.of(caseId)).hasSize(1);
    }

    @Test
    void theFormSaysWhyANetworkIsSuggestedAndOffersAllOthers() {
        var caseId = registered("fi", "hus");
        routings.rank(caseId, job());

        var prefill = step.prefill(task(caseId), SPONSOR);

        assertThat(prefill.path("networkOptions")).hasSize(24);
        assertThat(prefill.at("/networkOptions/0/label").asText())
                .contains("ERN EpiCARE", "stands under Rare neurologic disease", "Seizure");
        assertThat(texts(prefill.path("networkOptions"))).anyMatch(label -> label.endsWith("not suggested"));
        var form = forms.named("confirm-network");
        assertThat(form.validate(form.read(choice("epicare"), prefill), Locale.ENGLISH))
                .isEmpty();
        assertThat(form.validate(form.read(choice("lung"), prefill), Locale.ENGLISH))
                .extracting(wrong -> wrong.pointer())
                .containsExactly("/reasonNotFirst");
    }

    @Test
    void theHomeHospitalThatIsAMemberSponsorsItselfAndNorwayItsContactPoint() {
        var onni = registered("fi", "hus");
        routings.rank(onni, job());
        assertThat(routings.findSponsor(onni, job())).isEqualTo(new Sponsored("self", "sponsor:hus"));

        var norwegian = registered("no", "ous");
        routings.rank(norwegian, job());
        assertThat(routings.findSponsor(norwegian, job())).isEqualTo(new Sponsored("contact-point", "contact:no"));
        assertThat(access.may(access.person("contact.no").orElseThrow(), norwegian, Right.KNOW))
                .isTrue();
    }

    @Test
    void aSponsorActsOnlyForTheNetworksItsHospitalTakesPartIn() {
        var caseId = registered("fi", "hus");
        routings.rank(caseId, job());
        routings.findSponsor(caseId, job());

        assertThat(choose(caseId, choice("lung"))).containsEntry("sponsorStands", false);
        assertThat(routings.findSponsor(caseId, job()).sponsorGroup()).isEqualTo("sponsor:sponsor-fi");
        assertThat(choose(caseId, choice("lung"))).containsEntry("sponsorStands", true);
    }

    @Test
    void theRequestOpensTheCaseToTheNetworkChosenAndToNoOther() {
        var caseId = chosen("epicare");
        consent(caseId, "epicare");
        assertThat(covered(caseId)).isEqualTo(true);
        assertThat(sees("dispatcher.epicare", caseId)).isFalse();

        requests.send(caseId, job());

        assertThat(sees("dispatcher.epicare", caseId)).isTrue();
        assertThat(sees("coordinator.epicare", caseId)).isTrue();
        assertThat(sees("coordinator.rnd", caseId)).isFalse();
        assertThat(cases.summary(caseId).network()).isEqualTo(NetworkId.of("epicare"));
    }

    @Test
    void withoutConsentForThatNetworkNothingIsSent() {
        var caseId = chosen("epicare");
        consent(caseId, "rnd");

        assertThat(covered(caseId)).isEqualTo(false);
        assertThatThrownBy(() -> requests.send(caseId, job())).isInstanceOf(NotAgreed.class);
        assertThat(sees("dispatcher.epicare", caseId)).isFalse();
    }

    @Test
    void aConsentWithdrawnAtTheLastMomentStopsTheRequest() {
        var caseId = chosen("epicare");
        consent(caseId, "epicare");
        consents.withdraw(caseId, Scope.PANEL_CARE, Actor.of("clinician.fi"));

        assertThatThrownBy(() -> requests.send(caseId, job())).isInstanceOf(NotAgreed.class);
    }

    @Test
    void aForwardedCaseIsRankedAnewAndTheFirstNetworkLosesIt() {
        var caseId = chosen("epicare");
        consent(caseId, "epicare", "rnd");
        requests.send(caseId, job());

        assertThat(routings.rank(caseId, job()).rankedNetworks()).endsWith("epicare");
        routings.findSponsor(caseId, job());
        choose(caseId, choice("rnd"));
        requests.send(caseId, job());

        assertThat(routings.of(caseId))
                .extracting(Round::lead)
                .containsExactly(NetworkId.of("epicare"), NetworkId.of("rnd"));
        assertThat(sees("dispatcher.epicare", caseId)).isFalse();
        assertThat(sees("dispatcher.rnd", caseId)).isTrue();
    }

    @Test
    void whatWasSentCannotBeChosenAgain() {
        var caseId = chosen("epicare");
        consent(caseId, "epicare");
        requests.send(caseId, job());

        assertThatThrownBy(() -> choose(caseId, choice("rnd"))).isInstanceOf(AlreadySent.class);
    }

    private CaseId chosen(String network) {
        var caseId = registered("fi", "hus");
        routings.rank(caseId, job());
        routings.findSponsor(caseId, job());
        choose(caseId, choice(network));
        return caseId;
    }

    private Map<String, Object> choose(CaseId caseId, JsonNode answers) {
        return Objects.requireNonNull(transaction.execute(status -> step.answered(task(caseId), answers, SPONSOR)));
    }

    private void consent(CaseId caseId, String... networks) {
        var answers = JSON.createObjectNode().put("consentGiven", "yes").put("recipients", "named");
        answers.putArray("scopes").add("referral").add("record-sharing").add("panel-care");
        var named = answers.putArray("networks");
        List.of(networks).forEach(named::add);
        var task = new HumanTask(
                KEYS.incrementAndGet(), caseId, "consent", "record-consent", "record-consent", null, null);
        var record = steps.stream()
                .filter(it -> it.forms().contains("record-consent"))
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(status -> record.answered(task, answers, Actor.of("clinician.fi")));
    }

    private @Nullable Object covered(CaseId caseId) {
        return rules.decide(caseId, job(), "consent-covers").value();
    }

    private boolean sees(String userId, CaseId caseId) {
        return access.may(access.person(userId).orElseThrow(), caseId, Right.KNOW);
    }

    private static ObjectNode choice(String network) {
        var answers = JSON.createObjectNode().put("network", network);
        answers.putArray("coNetworks");
        return answers;
    }

    private static List<String> texts(JsonNode options) {
        return StreamSupport.stream(options.spliterator(), false)
                .map(option -> option.path("label").asText())
                .toList();
    }

    private static HumanTask task(CaseId caseId) {
        return new HumanTask(
                KEYS.incrementAndGet(), caseId, "routing", "confirm-network", "confirm-network", null, null);
    }

    private static JobId job() {
        return JobId.of(KEYS.incrementAndGet());
    }

    private CaseId registered(String country, String provider) {
        var clinician = access.person("clinician." + country).orElseThrow();
        var caseId = registration.register(Onni.answers(country, provider), clinician, null);
        GivenConsent.toEverything(house, caseId);
        return caseId;
    }
}
