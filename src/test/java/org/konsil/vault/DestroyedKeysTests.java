package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Database and key store tell each other what was destroyed, whichever of them a restore made older. */
@HouseTest
class DestroyedKeysTests {

    private static final Instant ERASED = Instant.parse("2026-02-01T10:00:00Z");

    @Autowired
    Vault vault;

    @Autowired
    DestroyedKeys destroyedKeys;

    @Autowired
    Destroyed destroyed;

    @Autowired
    JdbcClient jdbc;

    private final CaseId caseId = CaseId.next();
    private final KeyName name = KeyName.of(caseId, Controller.NETWORK);

    private long inDatabase() {
        return jdbc.sql("SELECT COUNT(*) FROM destroyed_key WHERE name = ?")
                .param(name.value())
                .query(Long.class)
                .single();
    }

    @Test
    void anErasureStandsInBoth() {
        vault.destroy(caseId, Controller.NETWORK);
        vault.destroy(caseId, Controller.NETWORK);

        assertThat(inDatabase()).isEqualTo(1);
        assertThat(destroyed.at(name)).isPresent();
    }

    @Test
    void aKeyStoreThatWasRestoredLearnsFromTheDatabase() {
        vault.seal(caseId, Controller.NETWORK, "a.b", "opinion");
        jdbc.sql("INSERT INTO destroyed_key (name, destroyed_at) VALUES (?, ?)")
                .params(name.value(), ERASED.atOffset(ZoneOffset.UTC))
                .update();

        destroyedKeys.afterSingletonsInstantiated();

        assertThat(vault.isDestroyed(caseId, Controller.NETWORK)).isTrue();
        assertThat(destroyed.at(name)).contains(ERASED);
    }

    @Test
    void aDatabaseThatWasRestoredLearnsFromTheKeyStore() {
        destroyed.note(name, ERASED);

        destroyedKeys.afterSingletonsInstantiated();

        assertThat(inDatabase()).isEqualTo(1);
    }
}
