package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.kernel.Group;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClaimMappingTests {

    private static final Map<String, String> KEYCLOAK = Map.of(
            "konsil.sign-in.claims.groups", "realm_access.roles",
            "konsil.sign-in.claims.pattern", "konsil:(.+)",
            "konsil.sign-in.claims.organisation", "https://hospital.example/claims/site",
            "konsil.sign-in.claims.organisations[Helsinki University Hospital]", "hus",
            "konsil.sign-in.claims.map[KONSIL_NO_OWNERS]", "owner:no",
            "konsil.sign-in.machines.claim", "preferred_username",
            "konsil.sign-in.machines.prefix", "service-account-");

    private static ClaimMapping mapping(Map<String, String> properties) {
        return new ClaimMapping(new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("konsil.sign-in", SignInSettings.class));
    }

    private static Map<String, Object> claims(String userId, String... roles) {
        return new HashMap<>(Map.of(
                "sub",
                userId,
                "realm_access",
                Map.of("roles", List.of(roles)),
                "https://hospital.example/claims/site",
                "Helsinki University Hospital",
                "country",
                "FI"));
    }

    @Test
    void nestedClaimsOfKeycloakAreUnderstoodAndItsOwnRolesLeftAlone() {
        var claimed = mapping(KEYCLOAK)
                .map(claims("aino", "offline_access", "konsil:clinician", "konsil:expert:epicare", "KONSIL_NO_OWNERS"));

        assertThat(claimed.groups())
                .containsExactlyInAnyOrder(Group.of("clinician:hus"), Group.of("expert:epicare"), Group.of("owner:no"));
        assertThat(claimed.organisation()).isEqualTo("hus");
        assertThat(claimed.machine()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"konsil:boss", "konsil:boss:hus", "konsil:expert", "konsil:clinician:HUS"})
    void whatIsNoRoleIsRefusedAndNotLeftOut(String role) {
        assertThatThrownBy(() -> mapping(KEYCLOAK).map(claims("aino", "konsil:contact", role)))
                .isInstanceOf(ClaimRefused.class)
                .hasMessageStartingWith("No role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"konsil", "anonymous", "coordinator:epicare", "a b", "<b>"})
    void aUserIdThatReadsLikeAGroupOrLikeTheHouseItselfIsRefused(String userId) {
        assertThatThrownBy(() -> mapping(KEYCLOAK).map(claims(userId, "konsil:contact")))
                .isInstanceOf(ClaimRefused.class);
    }

    @Test
    void whoActsForACountrySaysWhich() {
        var claims = claims("sirpa", "konsil:contact:fi");
        claims.remove("country");
        assertThatThrownBy(() -> mapping(KEYCLOAK).map(claims)).hasMessageContaining("country");
        claims.put("country", "Finland");
        assertThatThrownBy(() -> mapping(KEYCLOAK).map(claims)).hasMessageContaining("country");
    }

    @Test
    void machinesHoldMachinesRolesAndPeopleDoNot() {
        var machine = claims("6f1c", "konsil:engine-client");
        machine.put("azp", "worker");
        machine.put("preferred_username", "service-account-worker");
        assertThat(mapping(KEYCLOAK).map(machine).machine()).isTrue();

        machine.put("realm_access", Map.of("roles", List.of("konsil:clinician")));
        assertThatThrownBy(() -> mapping(KEYCLOAK).map(machine)).isInstanceOf(ClaimRefused.class);
        assertThatThrownBy(() -> mapping(KEYCLOAK).map(claims("aino", "konsil:engine-client")))
                .isInstanceOf(ClaimRefused.class);
    }

    @Test
    void withoutAProviderOnlyTheDemonstrationStarts() {
        var none = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("konsil.sign-in", SignInSettings.class);

        assertThat(SignInWays.of(none, true)).isEqualTo(new SignInWays(true, false, false));
        assertThatThrownBy(() -> SignInWays.of(none, false)).isInstanceOf(SignInMissing.class);
        assertThat(new SignInMissingAnalyzer()
                        .analyze(new SignInMissing(), new SignInMissing())
                        .getAction())
                .contains("KONSIL_ISSUER", "src/docs/security/sign-in.md");
    }
}
