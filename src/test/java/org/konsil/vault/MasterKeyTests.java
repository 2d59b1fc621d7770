package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.kernel.CaseId;
import org.springframework.mock.env.MockEnvironment;

/** Where a master key may come from. */
class MasterKeyTests {

    @TempDir
    Path folder;

    private Path keystore(byte[] key) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setEntry(
                "konsil",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
                new KeyStore.PasswordProtection("secret".toCharArray()));
        var file = folder.resolve("master.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        return file;
    }

    @Test
    void aKeystoreAFileAndTheEnvironmentGiveTheSameKey() throws Exception {
        var file = Files.writeString(folder.resolve("master"), Store.NEW + "\n");
        var keystore = keystore(Base64.getDecoder().decode(Store.NEW));
        var password = Files.writeString(folder.resolve("password"), "secret\n");

        var text = new MockEnvironment().withProperty("konsil.vault.master-key", Store.NEW);
        var named = new MockEnvironment().withProperty("konsil.vault.master-key-file", file.toString());
        var kept = new MockEnvironment()
                .withProperty("konsil.vault.keystore", keystore.toString())
                .withProperty("konsil.vault.keystore-password-file", password.toString());

        var id = ConfiguredKeys.of(text).main().id();
        assertThat(ConfiguredKeys.of(named).main().id()).isEqualTo(id);
        assertThat(ConfiguredKeys.of(kept).main().id()).isEqualTo(id);
    }

    @Test
    void aKeystoreThatDoesNotFitIsRefused() throws Exception {
        var keystore = keystore(new byte[16]).toString();

        assertThatThrownBy(() -> open(keystore, "konsil", "secret")).hasMessageContaining("16 bytes instead of 32");
        assertThatThrownBy(() -> open(keystore, "konsil", "wrong")).hasMessageContaining("cannot be opened");
        assertThatThrownBy(() -> open(keystore, "other", "secret")).hasMessageContaining("no key of the name other");
        assertThatThrownBy(() -> open("/no/such/file", "konsil", "secret")).hasMessageContaining("cannot be opened");
    }

    private static ConfiguredKeys open(String file, String alias, String password) {
        return ConfiguredKeys.of(new MockEnvironment()
                .withProperty("konsil.vault.keystore", file)
                .withProperty("konsil.vault.keystore-alias", alias)
                .withProperty("konsil.vault.keystore-password", password));
    }

    @Test
    void twoWaysAtOnceAreRefusedUnlessTheSettingsSayWhich() {
        var two = new MockEnvironment()
                .withProperty("konsil.vault.master-key", Store.OLD)
                .withProperty("konsil.vault.master-key-file", "/no/such/file");

        assertThatThrownBy(() -> ConfiguredKeys.of(two)).hasMessageContaining("text, file");
        assertThat(ConfiguredKeys.of(two.withProperty("konsil.vault.kms", "text"))
                        .main()
                        .id())
                .startsWith("local-");
        assertThatThrownBy(() -> ConfiguredKeys.of(two.withProperty("konsil.vault.kms", "cloud")))
                .hasMessageContaining("No key management of the name cloud");
    }

    @Test
    void aServiceOutsideCanWrapTheKeys() {
        var store = new Store(folder, new MockEnvironment(), java.time.Clock.systemUTC())
                .with("konsil.vault.kms", "elsewhere");
        var caseId = CaseId.next();
        var sealed = store.vault().seal(caseId, Controller.HOME, "a.b", "record");

        assertThat(store.vault().open(caseId, Controller.HOME, "a.b", sealed)).isEqualTo("record");
        assertThat(Wrapped.read(
                                "check",
                                store.files().read(new KeyName("check")).orElseThrow())
                        .by())
                .contains("elsewhere.1");
    }

    @Test
    void withoutOneProductionDoesNotStart() {
        assertThatThrownBy(() -> ConfiguredKeys.of(new MockEnvironment()))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining("no master key");
    }
}
