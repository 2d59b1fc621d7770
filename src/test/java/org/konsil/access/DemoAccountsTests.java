package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.HouseTest;
import org.konsil.consent.GivenConsent;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class DemoAccountsTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyExpertOfTheDirectoryCanSignIn() {
        assertThat(jdbc.sql("SELECT user_id FROM directory_expert WHERE user_id NOT IN (SELECT user_id FROM account)")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void everyNetworkHasItsPeople() {
        for (var network :
                jdbc.sql("SELECT id FROM directory_network").query(String.class).list()) {
            for (var role : new String[] {"dispatcher", "coordinator", "lead", "expert"}) {
                assertThat(access.holders(new Group(role, network))).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "no", "se", "dk", "nl", "de", "ua", "pl"})
    void everyCountryHasItsPeople(String country) {
        for (var role : new String[] {"clinician", "centre", "contact", "dpo", "funding"}) {
            assertThat(access.person(role + "." + country)).isPresent();
        }
        assertThat(access.person("sponsor." + country).isPresent()).isEqualTo(!country.equals("ua"));
    }

    @Test
    void aGrantOpensACaseToItsHolderUntilItEnds() {
        var caseId = CaseId.next();
        var expert = access.person("expert2.epicare").orElseThrow();
        var coordinator = access.person("coordinator.epicare").orElseThrow();
        var work = new TransactionTemplate(transactions);
        work.executeWithoutResult(status -> {
            var agreed = GivenConsent.toEverything(house, caseId);
            grants.share(agreed, expert.userId(), Grants.As.PANEL);
            grants.share(agreed, Group.of("coordinator:epicare"), Grants.As.NETWORK);
        });
        assertThat(access.may(expert, caseId, Right.KNOW)).isTrue();
        assertThat(access.may(coordinator, caseId, Right.KNOW)).isTrue();

        work.executeWithoutResult(
                status -> grants.revoke(caseId, new Grants.Standing(expert.userId(), Grants.As.PANEL)));

        assertThat(access.may(expert, caseId, Right.KNOW)).isFalse();
        assertThat(access.may(coordinator, caseId, Right.KNOW)).isTrue();
        assertThat(access.rights(access.person("auditor").orElseThrow(), caseId))
                .isEqualTo(Relation.AUDITOR.rights());
    }

    @Test
    void aTaskIsForItsAssigneeOrElseForItsGroups() {
        var lead = access.person("lead.epicare").orElseThrow();
        var groups = java.util.List.of("lead:epicare");
        assertThat(access.mayWork(lead, groups, null)).isTrue();
        assertThat(access.mayWork(lead, groups, "lead.epicare")).isTrue();
        assertThat(access.mayWork(lead, groups, "lead.bond")).isFalse();
        assertThat(access.mayWork(lead, java.util.List.of("lead:bond"), null)).isFalse();
    }
}
