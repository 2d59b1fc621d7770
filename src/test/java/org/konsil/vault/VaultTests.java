package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.home.Home;
import org.konsil.kernel.CaseId;
import org.springframework.mock.env.MockEnvironment;

class VaultTests {

    private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String PLACE = "table.column";

    @TempDir
    Path folder;

    private final List<Object> said = new ArrayList<>();

    private Home home() {
        return new Home(folder);
    }

    private Keys keys(String master) {
        var destroyed = new Destroyed(home());
        var files = new KeyFiles(home(), destroyed);
        var settings = new MockEnvironment().withProperty("konsil.vault.master-key", master);
        return new Keys(files, destroyed, new MasterKey(settings, files, new MasterFiles(home())));
    }

    private Vault vault() {
        return vault(Clock.systemUTC());
    }

    private Vault vault(Clock clock) {
        var destroyed = new Destroyed(home());
        var archive = new KeyArchive(new KeyFiles(home(), destroyed), new MasterFiles(home()), destroyed);
        var backups = new KeyBackups(new KeyBackupSettings(new MockEnvironment(), home()), archive, clock);
        return new KeyedVault(keys(MASTER), backups, said::add, clock);
    }

    @Test
    void whatWasSealedOpensAgainAlsoAfterARestart() {
        var caseId = CaseId.next();
        var sealed = vault().seal(caseId, Controller.HOME, PLACE, "Onni, four years old");

        assertThat(vault().open(caseId, Controller.HOME, PLACE, sealed)).isEqualTo("Onni, four years old");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Onni");
    }

    @Test
    void theSameTextIsNeverSealedToTheSameBytes() {
        var vault = vault();
        var caseId = CaseId.next();
        var seals = new HashSet<String>();
        for (int at = 0; at < 100; at++) {
            seals.add(Base64.getEncoder().encodeToString(vault.seal(caseId, Controller.HOME, PLACE, "again")));
        }
        assertThat(seals).hasSize(100);
    }

    @Test
    void aSealDoesNotOpenForAnotherCaseOrControllerOrWhenABitWasFlipped() {
        var vault = vault();
        var caseId = CaseId.next();
        var other = CaseId.next();
        var sealed = vault.seal(caseId, Controller.HOME, PLACE, "secret");
        vault.seal(caseId, Controller.NETWORK, PLACE, "opinion");
        vault.seal(other, Controller.HOME, PLACE, "another");

        assertThatThrownBy(() -> vault.open(other, Controller.HOME, PLACE, sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> vault.open(caseId, Controller.NETWORK, PLACE, sealed))
                .isInstanceOf(SealBroken.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(caseId, Controller.HOME, PLACE, sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void aDestroyedKeyErasesItsControllersContentOnly() {
        var caseId = CaseId.next();
        var home = vault().seal(caseId, Controller.HOME, PLACE, "record");
        var panel = vault().seal(caseId, Controller.NETWORK, PLACE, "opinion");

        vault().destroy(caseId, Controller.NETWORK);
        vault().destroy(caseId, Controller.NETWORK);

        var vault = vault();
        assertThatThrownBy(() -> vault.open(caseId, Controller.NETWORK, PLACE, panel))
                .isInstanceOf(ContentErased.class);
        assertThatThrownBy(() -> vault.seal(caseId, Controller.NETWORK, PLACE, "new"))
                .isInstanceOf(ContentErased.class);
        assertThat(vault.open(caseId, Controller.HOME, PLACE, home)).isEqualTo("record");
    }

    @Test
    void aKeyThatARestoreBringsBackStaysDestroyed() throws IOException {
        var caseId = CaseId.next();
        var sealed = vault().seal(caseId, Controller.HOME, PLACE, "record");
        var name = KeyName.of(caseId, Controller.HOME);
        var file = folder.resolve("keys").resolve(name.folder()).resolve(name.value());
        var backup = Files.readAllBytes(file);
        vault().destroy(caseId, Controller.HOME);
        Files.write(file, backup);

        assertThatThrownBy(() -> vault().open(caseId, Controller.HOME, PLACE, sealed))
                .isInstanceOf(ContentErased.class);
    }

    @Test
    void allWhoSealAtOnceUseTheSameKey() throws Exception {
        var caseId = CaseId.next();
        Callable<byte[]> seal = () -> vault().seal(caseId, Controller.HOME, PLACE, "at once");
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var sealed : threads.invokeAll(Collections.nCopies(32, seal))) {
                assertThat(vault().open(caseId, Controller.HOME, PLACE, sealed.get()))
                        .isEqualTo("at once");
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

        assertThat(ConfiguredKeys.of(environment).main().id()).startsWith("local-");
    }

    @Test
    void aSealDoesNotOpenInAnotherPlace() {
        var vault = vault();
        var caseId = CaseId.next();
        var sealed = vault.seal(caseId, Controller.HOME, "panel_opinion.content:1", "benign");

        assertThatThrownBy(() -> vault.open(caseId, Controller.HOME, "panel_opinion.content:2", sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void whatTheFirstInstallationsSealedOpensStill() throws Exception {
        var vault = vault();
        var caseId = CaseId.next();
        vault.seal(caseId, Controller.HOME, PLACE, "makes the key");
        var name = KeyName.of(caseId, Controller.HOME).value();
        var key = Files.readAllBytes(
                home().keys().resolve(new KeyName(name).folder()).resolve(name));
        var plainKey =
                new LocalKey(new byte[32]).unwrap(name, Wrapped.read(name, key).content());

        var sealed = FirstFormat.seal(plainKey, name, "Onni");
        assertThat(vault.open(caseId, Controller.HOME, PLACE, sealed)).isEqualTo("Onni");
    }

    @Test
    void aKeyStoreOfTheFirstInstallationsOpensStill() throws Exception {
        var name = KeyName.of(CaseId.next(), Controller.HOME);
        var key = Aead.newKey();
        var file = home().keys().resolve(name.folder()).resolve(name.value());
        Files.createDirectories(file.getParent());
        Files.write(file, FirstFormat.seal(new byte[32], name.value(), key));
        Files.write(home().keys().resolve("destroyed"), "old.home\n".getBytes(StandardCharsets.UTF_8));

        assertThat(keys(MASTER).find(name).orElseThrow().mac(new byte[1])).isEqualTo(new Aead(key).mac(new byte[1]));
        assertThat(keys(MASTER).find(new KeyName("old.home"))).isEmpty();
    }

    @Test
    void whatWasDerivedHearsOfTheDestruction() {
        var caseId = CaseId.next();
        vault().destroy(caseId, Controller.NETWORK);

        assertThat(said)
                .containsExactly(
                        new KeyEnding(caseId, Controller.NETWORK), new KeyDestroyed(caseId, Controller.NETWORK));
        assertThat(vault().isDestroyed(caseId, Controller.NETWORK)).isTrue();
        assertThat(vault().isDestroyed(caseId, Controller.HOME)).isFalse();
    }

    @Test
    void theCertificateCanNameTheDayOnWhichTheLastCopyIsGone() {
        var day = Instant.parse("2026-05-01T10:00:00Z");
        var caseId = CaseId.next();
        vault(at(day)).destroy(caseId, Controller.HOME);

        assertThat(vault(at(day.plusSeconds(86_400))).copiesGoneBy(caseId, Controller.HOME))
                .isEqualTo(day.plus(Duration.ofDays(35)));
    }

    @Test
    void anotherNodeNoticesADestructionAtOnce() {
        var caseId = CaseId.next();
        var one = vault();
        var other = vault();
        var sealed = one.seal(caseId, Controller.HOME, PLACE, "record");
        assertThat(other.open(caseId, Controller.HOME, PLACE, sealed)).isEqualTo("record");

        one.destroy(caseId, Controller.HOME);

        assertThatThrownBy(() -> other.open(caseId, Controller.HOME, PLACE, sealed))
                .isInstanceOf(ContentErased.class);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
