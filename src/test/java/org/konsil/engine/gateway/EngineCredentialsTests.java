package org.konsil.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineCredentialsTests {

    private final Credentials credentials = EngineCredentials.of(List.of(
            new EngineCredentials.Secret("application", EngineCredentials.hash("s1"), Set.of(Role.ENGINE_CLIENT)),
            new EngineCredentials.Secret("owner", EngineCredentials.hash("s2"), Set.of(Role.PROCESS_OWNER))));

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSecretIsKnownAsPasswordAndAsToken() {
        assertThat(credentials.authenticate(basic("owner:s2")))
                .map(Client::name)
                .contains("owner");
        assertThat(credentials.authenticate("bearer s1")).map(Client::name).contains("application");
        assertThat(credentials.authenticate("Bearer s2").orElseThrow().may(Role.ENGINE_CLIENT))
                .isFalse();
    }

    @Test
    void anythingElseIsNobody() {
        assertThat(credentials.authenticate(null)).isEmpty();
        assertThat(credentials.authenticate("")).isEmpty();
        assertThat(credentials.authenticate(basic("owner:s1"))).isEmpty();
        assertThat(credentials.authenticate(basic("owner"))).isEmpty();
        assertThat(credentials.authenticate("Basic %%%")).isEmpty();
        assertThat(credentials.authenticate("Bearer " + EngineCredentials.hash("s1")))
                .isEmpty();
        assertThat(credentials.authenticate("Digest s1")).isEmpty();
    }
}
