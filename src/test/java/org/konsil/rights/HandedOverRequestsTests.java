package org.konsil.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Refusal;
import org.konsil.panel.PanelStory;
import org.konsil.vault.Controller;
import org.konsil.worklist.ItemFilter;
import org.konsil.worklist.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;

/** What a patient asked of a hospital or a network goes with the case to another. */
class HandedOverRequestsTests extends RightsWork {

    @Autowired
    CaseFiles cases;

    @Test
    void aRequestGoesWithTheCaseToTheHospitalThatTakesItOver() {
        var caseId = story.atEpicare();
        var part = ask(caseId, Kind.ACCESS, Controller.HOME);
        var key = putUp(part, "dpo:hus");
        items.claim(key, person("dpo.fi"));

        move(caseId);

        assertThat(item(caseId, key).candidates()).containsExactly("dpo:ous");
        assertThat(item(caseId, key).assignee()).isNull();
        assertThat(parts.of(caseId)).extracting(Part::handler).containsExactly("dpo:ous");
        assertThat(items.get(key, person("dpo.no")).isOpen()).isTrue();
        assertThatThrownBy(() -> items.get(key, person("dpo.fi"))).isInstanceOf(Refusal.class);
    }

    @Test
    void aRequestThatComesUpAfterTheMoveIsForTheHospitalThatHasTheCase() {
        var caseId = story.atEpicare();
        var home = ask(caseId, Kind.ERASURE, Controller.HOME);
        var network = ask(caseId, Kind.ERASURE, Controller.NETWORK);

        move(caseId);
        var key = putUp(home, "dpo:hus");
        var other = putUp(network, "coordinator:epicare");

        assertThat(item(caseId, key).candidates()).containsExactly("dpo:ous");
        assertThat(items.list(ItemFilter.all(), person("dpo.no")).items())
                .extracting(WorkItem::taskKey)
                .contains(key);
        assertThat(item(caseId, other).candidates()).containsExactly("coordinator:epicare");
    }

    @Test
    void whatIsAskedOfTheNetworkGoesWithTheCaseToAnotherNetwork() {
        var caseId = story.atEpicare();
        var part = ask(caseId, Kind.ACCESS, Controller.NETWORK);
        var early = putUp(part, "coordinator:epicare");

        transaction.executeWithoutResult(
                begun -> cases.choose(caseId, NetworkId.of("rnd"), Actor.of("coordinator.epicare")));
        var late = putUp(part, "coordinator:epicare");

        assertThat(item(caseId, early).candidates()).containsExactly("coordinator:rnd");
        assertThat(item(caseId, late).candidates()).containsExactly("coordinator:rnd");
        assertThat(parts.of(caseId)).extracting(Part::handler).containsExactly("coordinator:rnd");
    }

    @Test
    void careThatEndsTellsTheProcessWhoHasTheCaseNow() {
        var caseId = story.atEpicare();
        move(caseId);

        var ended = referrals.endCare(caseId, PanelStory.job(), "WITHDRAWN", null);

        assertThat(ended.provider()).isEqualTo("ous");
    }
}
