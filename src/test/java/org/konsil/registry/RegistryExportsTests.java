package org.konsil.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.konsil.panel.PanelStory.job;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Registration;
import org.konsil.consent.Consents;
import org.konsil.consent.GivenConsent;
import org.konsil.consent.NotAgreed;
import org.konsil.consent.Scope;
import org.konsil.desk.SomeCases;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.konsil.vault.Controller;
import org.konsil.vault.Pseudonyms;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves a closed case, and when it does not. */
@HouseTest
class RegistryExportsTests {

    private static final NetworkId EPICARE = NetworkId.of("epicare");

    @Autowired
    Registration registration;

    @Autowired
    CaseFiles cases;

    @Autowired
    Access access;

    @Autowired
    RegistryExports exports;

    @Autowired
    Consents consents;

    @Autowired
    Pseudonyms pseudonyms;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc web;

    @Test
    void allSixteenElementsGoUnderAPseudonymOfTheRegistrysOwn() {
        var caseId = agreed(Scope.values());

        exports.export(caseId, job(), "registry", "day");

        var record = recordOf(caseId);
        assertThat(record.properties()).hasSize(16);
        assertThat(record.path("1.1 pseudonym").asText())
                .startsWith("R-")
                .isNotEqualTo(pseudonyms.of(caseId, Pseudonyms.Context.CASE));
        assertThat(record.path("2.1 date of birth").asText()).isEqualTo("2022-03-14");
        assertThat(record.path("3.1 patient status").asText()).isEqualTo("alive");
        assertThat(record.path("7.2 consent to the reuse of data").asText()).isEqualTo("yes");
        assertThat(record.toString()).doesNotContain("Virtanen");
    }

    @Test
    void theProcessOwnerMayLetOnlyTheYearOfBirthGo() {
        var caseId = agreed(Scope.values());

        exports.export(caseId, job(), "registry", "year");

        assertThat(recordOf(caseId).path("2.1 date of birth").asText()).isEqualTo("2022");
    }

    @Test
    void withoutConsentToTheRegistryNothingGoes() {
        var caseId = agreed(Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE);

        assertThatThrownBy(() -> exports.export(caseId, job(), "registry", "day"))
                .isInstanceOf(NotAgreed.class);
        assertThatThrownBy(() -> exports.export(caseId, job(), "research", "day"))
                .isInstanceOf(NotAgreed.class);
        assertThat(records(Purpose.REGISTRY)).noneMatch(record -> isOf(record, caseId));
    }

    @Test
    void takingTheConsentBackEndsTheExportAndLeavesTheCareAlone() {
        var caseId = agreed(Scope.values());
        exports.export(caseId, job(), "registry", "day");

        transaction.executeWithoutResult(status -> consents.withdraw(caseId, Scope.REGISTRY, Actor.of("clinician.fi")));

        assertThat(records(Purpose.REGISTRY)).noneMatch(record -> isOf(record, caseId));
        assertThat(consents.holds(caseId, Scope.PANEL_CARE)).isTrue();
    }

    @Test
    void theErasureOfTheNetworksCopyTakesItAlong() {
        var caseId = agreed(Scope.values());
        exports.export(caseId, job(), "registry", "day");
        var before = records(Purpose.REGISTRY).size();

        transaction.executeWithoutResult(status -> vault.destroy(caseId, Controller.NETWORK));

        assertThat(records(Purpose.REGISTRY)).hasSize(before - 1);
    }

    @Test
    void ofAnErasedCaseNothingIsLeftToHandOver() {
        var caseId = agreed(Scope.values());
        transaction.executeWithoutResult(status -> vault.destroy(caseId, Controller.HOME));
        var before = records(Purpose.REGISTRY).size();

        exports.export(caseId, job(), "registry", "day");

        assertThat(records(Purpose.REGISTRY)).hasSize(before);
    }

    @Test
    void aCoordinatorTakesThoseOfTheirOwnNetwork() throws Exception {
        exports.export(agreed(Scope.values()), job(), "registry", "day");
        var own = user("coordinator.epicare").roles("COORDINATOR");

        web.perform(get("/api/v1/networks/epicare/registry.csv").with(own))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1.1 pseudonym,2.1 date of birth")));
        web.perform(get("/api/v1/networks/epicare/registry.json").with(own)).andExpect(status().isOk());
        web.perform(get("/api/v1/networks/epicare/research.csv").with(own)).andExpect(status().isOk());
        web.perform(get("/api/v1/networks/rnd/registry.json").with(own)).andExpect(status().isForbidden());
        web.perform(get("/api/v1/networks/epicare/registry.json")
                        .with(user("lead.epicare").roles("LEAD")))
                .andExpect(status().isForbidden());
    }

    @Test
    void researchIsToldGroupsOfAtLeastTenAlike() throws Exception {
        var json = new ObjectMapper();
        var nine = IntStream.range(0, 9).mapToObj(it -> row(json, "male")).toList();
        var ten = IntStream.range(0, 10).mapToObj(it -> row(json, "female")).toList();
        var all = new java.util.ArrayList<>(nine);
        all.addAll(ten);

        assertThat(Alike.of(all)).singleElement().satisfies(group -> {
            assertThat(group.cases()).isEqualTo(10);
            assertThat(group.row()).containsEntry("sex", "female");
        });
        assertThat(Tables.ofGroups(Alike.of(all))).startsWith("age,sex,cases");
    }

    private static JsonNode row(ObjectMapper json, String sex) {
        return json.createObjectNode().put("age", "0-9").put("sex", sex);
    }

    private CaseId agreed(Scope... scopes) {
        var clinician = access.person("clinician.fi").orElseThrow();
        var caseId = registration.register(SomeCases.onni(), clinician, null);
        transaction.executeWithoutResult(status -> cases.choose(caseId, EPICARE, Actor.of("sponsor.fi")));
        GivenConsent.to(house, caseId, scopes);
        return caseId;
    }

    private JsonNode recordOf(CaseId caseId) {
        return records(Purpose.REGISTRY).stream()
                .filter(record -> isOf(record, caseId))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOf(JsonNode record, CaseId caseId) {
        return record.path("1.1 pseudonym").asText().equals(pseudonyms.of(caseId, Pseudonyms.Context.REGISTRY));
    }

    private List<JsonNode> records(Purpose purpose) {
        return exports.of(EPICARE, purpose);
    }
}
