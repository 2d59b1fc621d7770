package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.home.Home;
import org.konsil.kernel.CaseId;
import org.springframework.mock.env.MockEnvironment;

class VaultTests {

    private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    private Keys keys(String master) {
        var files = new KeyFiles(new Home(folder));
        return new Keys(files, new MasterKey(new MockEnvironment(), master, "", files));
    }

    private Vault vault() {
        return new KeyedVault(keys(MASTER));
    }

    @Test
    void whatWasSealedOpensAgainAlsoAfterARestart() {
        var caseId = CaseId.next();
        var sealed = vault().seal(caseId, Controller.HOME, "Onni, four years old");

        assertThat(vault().open(caseId, Controller.HOME, sealed)).isEqualTo("Onni, four years old");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Onni");
    }

    @Test
    void theSameTextIsNeverSealedToTheSameBytes() {
        var vault = vault();
        var caseId = CaseId.next();
        var seals = new HashSet<String>();
        for (int at = 0; at < 100; at++) {
            seals.add(Base64.getEncoder().encodeToString(vault.seal(caseId, Controller.HOME, "again")));
        }
        assertThat(seals).hasSize(100);
    }

    @Test
    void aSealDoesNotOpenForAnotherCaseOrControllerOrWhenABitWasFlipped() {
        var vault = vault();
        var caseId = CaseId.next();
        var other = CaseId.next();
        var sealed = vault.seal(caseId, Controller.HOME, "secret");
        vault.seal(caseId, Controller.NETWORK, "opinion");
        vault.seal(other, Controller.HOME, "another");

        assertThatThrownBy(() -> vault.open(other, Controller.HOME, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> vault.open(caseId, Controller.NETWORK, sealed)).isInstanceOf(SealBroken.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(caseId, Controller.HOME, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void aDestroyedKeyErasesItsControllersContentOnly() {
        var caseId = CaseId.next();
        var home = vault().seal(caseId, Controller.HOME, "record");
        var panel = vault().seal(caseId, Controller.NETWORK, "opinion");

        vault().destroy(caseId, Controller.NETWORK);
        vault().destroy(caseId, Controller.NETWORK);

        var vault = vault();
        assertThatThrownBy(() -> vault.open(caseId, Controller.NETWORK, panel)).isInstanceOf(ContentErased.class);
        assertThatThrownBy(() -> vault.seal(caseId, Controller.NETWORK, "new")).isInstanceOf(ContentErased.class);
        assertThat(vault.open(caseId, Controller.HOME, home)).isEqualTo("record");
    }

    @Test
    void aKeyThatARestoreBringsBackStaysDestroyed() throws IOException {
        var caseId = CaseId.next();
        var sealed = vault().seal(caseId, Controller.HOME, "record");
        var name = KeyName.of(caseId, Controller.HOME);
        var file = folder.resolve("keys").resolve(name.folder()).resolve(name.value());
        var backup = Files.readAllBytes(file);
        vault().destroy(caseId, Controller.HOME);
        Files.write(file, backup);

        assertThatThrownBy(() -> vault().open(caseId, Controller.HOME, sealed)).isInstanceOf(ContentErased.class);
    }

    @Test
    void allWhoSealAtOnceUseTheSameKey() throws Exception {
        var caseId = CaseId.next();
        Callable<byte[]> seal = () -> vault().seal(caseId, Controller.HOME, "at once");
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var sealed : threads.invokeAll(Collections.nCopies(32, seal))) {
                assertThat(vault().open(caseId, Controller.HOME, sealed.get())).isEqualTo("at once");
            }
        }
    }

    @Test
    void aFingerprintIsTheScopesOwn() {
        var vault = vault();
        assertThat(vault.fingerprint("hus", "packet")).isEqualTo(vault().fingerprint("hus", "packet"));
        assertThat(vault.fingerprint("hus", "packet")).isNotEqualTo(vault.fingerprint("ous", "packet"));
    }

    @Test
    void withoutTheRightMasterKeyTheServiceDoesNotStart() {
        vault();
        var another = Base64.getEncoder()
                .encodeToString("another master key of 32 bytes..".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> keys(another)).isInstanceOf(MasterKeyUnusable.class);
        assertThatThrownBy(() -> keys("")).isInstanceOf(MasterKeyUnusable.class);
        assertThatThrownBy(() -> keys("c2hvcnQ=")).isInstanceOf(MasterKeyUnusable.class);
        assertThatThrownBy(() -> keys("not base64!")).isInstanceOf(MasterKeyUnusable.class);
    }

    @Test
    void theDemonstrationHasAKeyThatEverybodyKnows() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("demo");

        assertThat(new MasterKey(environment, "", "", new KeyFiles(new Home(folder)))
                        .wrap(new KeyName("x"), new byte[1]))
                .isNotEmpty();
    }
}
