package org.konsil.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@JdbcTest(properties = {"konsil.directory.demo=true", "spring.flyway.locations=classpath:db/migration"})
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Import({
    Directory.class,
    Networks.class,
    Providers.class,
    Experts.class,
    DirectorySeed.class,
    DirectoryRows.class,
    DirectoryTests.Today.class
})
class DirectoryTests {

    static class Today {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), ZoneOffset.UTC);
        }
    }

    @Autowired
    Directory directory;

    @Autowired
    DirectorySeed seed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DirectoryRows rows;

    @Autowired
    Experts experts;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whatAnExpertHasTakenAwayDoesNotComeBackWithTheNextStart() {
        var before = directory.expertise("expert1.epicare").orElseThrow();
        assertThat(before.branches()).contains("98006");
        var said = new Expertise("neurology", List.of("it"), Set.of("101998"), before.version());

        assertThat(directory.keep("expert1.epicare", said)).isTrue();
        assertThat(directory.keep("expert1.epicare", before)).isFalse();
        seed.sow();

        assertThat(directory.expertise("expert1.epicare").orElseThrow().branches())
                .containsExactly("101998");
        assertThat(directory.branchesOf(List.of("expert1.epicare", "expert7.epicare")))
                .containsOnlyKeys("expert1.epicare", "expert7.epicare");
    }

    @Test
    void allTwentyFourNetworksAreThereWithTheirCoordinators() {
        assertThat(directory.networks()).hasSize(24).allSatisfy(network -> {
            assertThat(directory.provider(network.coordinator())).isPresent();
            assertThat(directory.membershipsOf(network.coordinator()))
                    .extracting(Membership::network)
                    .contains(network.id());
        });
        assertThat(directory.network(NetworkId.of("epicare")).orElseThrow().country())
                .isEqualTo(Country.of("fr"));
        assertThat(directory.network(NetworkId.of("nowhere"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "epicare, fi, hus, SELF, sponsor:hus",
        "epicare, fi, oulu, MEMBER, sponsor:hus",
        "epicare, no, ous, CONTACT_POINT, contact:no",
        "epicare, dk, rigshospitalet, AFFILIATED, sponsor:sponsor-dk",
        "epicare, se, karolinska, MEMBER, sponsor:sponsor-se",
        "epicare, ua, okhmatdyt, CONTACT_POINT, contact:ua",
        "endo, nl, radboudumc, MEMBER, sponsor:sponsor-nl",
        "eurogen, nl, radboudumc, SELF, sponsor:radboudumc",
        "ithaca, pl, czd, MEMBER, sponsor:sponsor-pl",
        "lung, is, landspitali, MEMBER, sponsor:sponsor-se",
        "lung, gb, gosh, CONTACT_POINT, contact:gb"
    })
    void theSponsorIsTheHomeHospitalElseAMemberElseAPartnerElseTheContactPoint(
            String network, String country, String home, Sponsor.Kind kind, String group) {
        var sponsor = directory.sponsorFor(NetworkId.of(network), Country.of(country), home);

        assertThat(sponsor.kind()).isEqualTo(kind);
        assertThat(sponsor.group()).hasToString(group);
        assertThat(sponsor.providerId().isEmpty()).isEqualTo(kind == Sponsor.Kind.CONTACT_POINT);
    }

    @Test
    void aMembershipThatHasEndedOrNotYetBegunDoesNotSponsor() {
        var lung = NetworkId.of("lung");
        jdbc.sql("UPDATE directory_membership SET valid_until = DATE '2026-06-14' WHERE provider_id = 'sponsor-no'")
                .update();
        jdbc.sql("INSERT INTO directory_membership VALUES ('lung', 'ous', 'FULL', 1, DATE '2026-06-16', NULL)")
                .update();

        assertThat(directory.member(lung, Country.of("no"))).isEmpty();

        jdbc.sql("UPDATE directory_membership SET valid_until = DATE '2026-06-15' WHERE provider_id = 'sponsor-no'")
                .update();

        assertThat(directory.member(lung, Country.of("no"))).hasSize(1);
    }

    @Test
    void fullMembersComeBeforePartnersAndThoseAskedFirstBeforeOthers() {
        var endo = NetworkId.of("endo");
        jdbc.sql("INSERT INTO directory_membership VALUES ('endo', 'radboudumc', 'AFFILIATED', 1, DATE"
                        + " '2020-01-01', NULL)")
                .update();

        assertThat(directory.member(endo, Country.of("nl")))
                .extracting(Membership::providerId)
                .containsExactly("sponsor-nl", "amsterdam-umc", "radboudumc");
    }

    @Test
    void aNewCoordinatorTakesOverOnItsDay() {
        var skin = NetworkId.of("skin");
        jdbc.sql("UPDATE directory_coordination SET valid_until = DATE '2026-06-14' WHERE network_id = 'skin'")
                .update();

        assertThat(directory.networks()).hasSize(23);
        assertThat(directory.network(skin).orElseThrow().isValidOn(LocalDate.of(2026, 6, 15)))
                .isFalse();

        jdbc.sql("INSERT INTO directory_coordination VALUES ('skin', 'bichat', DATE '2026-06-15', NULL)")
                .update();

        assertThat(directory.networks()).hasSize(24);
        assertThat(directory.network(skin).orElseThrow().coordinator()).isEqualTo("bichat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "no", "se", "dk", "nl", "de", "ua", "pl"})
    void everyCountryOfTheRulePacksHasAnApprovedHospitalAndAnExpertCentre(String code) {
        var providers = directory.providersIn(Country.of(code));
        var today = LocalDate.of(2026, 6, 15);

        assertThat(providers).anyMatch(it -> it.kind() == Provider.Kind.HOSPITAL && it.isApprovedOn(today));
        assertThat(providers).anyMatch(it -> it.id().equals("centre-" + code) && it.kind() == Provider.Kind.CENTRE);
        assertThat(providers.stream().anyMatch(it -> it.id().equals("sponsor-" + code)))
                .isEqualTo(!code.equals("ua"));
    }

    @Test
    void sevenExpertsOfEveryNetworkDifferInCountryAndDiscipline() {
        assertThat(directory.networks()).allSatisfy(network -> {
            var experts = directory.expertsOf(network.id());
            assertThat(experts).hasSize(7).noneMatch(Expert::isGuest);
            assertThat(new HashSet<>(experts.stream().map(Expert::country).toList()))
                    .hasSize(7);
            assertThat(new HashSet<>(experts.stream().map(Expert::discipline).toList()))
                    .hasSize(7);
            assertThat(experts).allMatch(expert -> expert.languages().contains("en"));
        });
        assertThat(directory.expert("expert1.epicare").orElseThrow().languages())
                .containsExactly("it", "en");
    }

    @Test
    void theGuestFromTheUnitedKingdomBelongsToNoNetwork() {
        assertThat(directory.guests()).singleElement().satisfies(guest -> {
            assertThat(guest.userId()).isEqualTo("guest.uk");
            assertThat(guest.country()).isEqualTo(Country.of("gb"));
        });
    }

    @Test
    void anApprovalHoldsUpToAndWithItsLastDay() {
        var lastDay = LocalDate.of(2027, 6, 15);
        assertThat(directory.approvalValid("oulu", LocalDate.of(2026, 6, 15))).isFalse();

        directory.approve("oulu", lastDay);

        assertThat(directory.approvalValid("oulu", lastDay)).isTrue();
        assertThat(directory.approvalValid("oulu", lastDay.plusDays(1))).isFalse();
        assertThat(directory.approvalValid("unn", LocalDate.of(2026, 6, 15))).isFalse();
        assertThat(directory.approvalValid("nobody", LocalDate.of(2026, 6, 15))).isFalse();
    }

    @Test
    void anApprovalForAnUnknownProviderOrForYesterdayIsRefused() {
        assertThatThrownBy(() -> directory.approve("nobody", LocalDate.of(2027, 1, 1)))
                .isInstanceOf(UnknownProvider.class);
        assertThatThrownBy(() -> directory.approve("hus", LocalDate.of(2026, 6, 14)))
                .isInstanceOf(ApprovalInThePast.class);
    }

    @Test
    void startingAgainChangesNothingThatSomeoneHasEdited() {
        directory.approve("hus", LocalDate.of(2040, 1, 1));
        jdbc.sql("UPDATE directory_provider SET name = 'HUS' WHERE id = 'hus'").update();

        seed.sow();

        var hus = directory.provider("hus").orElseThrow();
        assertThat(hus.name()).isEqualTo("HUS");
        assertThat(hus.approvedUntil()).isEqualTo("2040-01-01");
    }

    @Test
    void withoutTheDemonstrationOnlyNetworksAndTheirCoordinatorsAreSown() {
        for (var table : Set.of("expert", "membership", "coordination", "sponsorship")) {
            jdbc.sql("DELETE FROM directory_" + table).update();
        }
        jdbc.sql("DELETE FROM directory_provider").update();

        new DirectorySeed(rows, experts, transactions, false).sow();

        assertThat(directory.networks()).hasSize(24);
        assertThat(directory.provider("hus")).isEmpty();
        assertThat(directory.guests()).isEmpty();
    }
}
