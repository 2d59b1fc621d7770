package org.konsil.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The places for master keys that need no service: the environment, a file, a PKCS#12 keystore. */
record LocalKeys(String name, String setting, Function<UnaryOperator<String>, LocalKey> way) implements KeyManagement {

    static final List<KeyManagement> ALL = List.of(
            new LocalKeys("text", "master-key", settings -> LocalKey.written(settings.apply("master-key"))),
            new LocalKeys(
                    "file", "master-key-file", settings -> LocalKey.written(read(settings.apply("master-key-file")))),
            new LocalKeys("keystore", "keystore", LocalKeys::fromKeystore));

    @Override
    public boolean isMeant(UnaryOperator<String> settings) {
        return !settings.apply(setting).isBlank();
    }

    @Override
    public WrappingKey open(UnaryOperator<String> settings) {
        return way.apply(settings);
    }

    /** An AES key of 256 bits; its entry has the keystore's password. */
    private static LocalKey fromKeystore(UnaryOperator<String> settings) {
        var file = settings.apply("keystore");
        var alias = settings.apply("keystore-alias").isBlank() ? "konsil" : settings.apply("keystore-alias");
        var password = password(settings).toCharArray();
        try (var content = Files.newInputStream(Path.of(file))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(content, password);
            var key = store.getKey(alias, password);
            if (key == null) {
                throw new MasterKeyUnusable("The keystore " + file + " has no key of the name " + alias + ".");
            }
            return new LocalKey(key.getEncoded());
        } catch (IOException | GeneralSecurityException e) {
            throw new MasterKeyUnusable("The keystore " + file + " of the master key cannot be opened.", e);
        }
    }

    private static String password(UnaryOperator<String> settings) {
        var file = settings.apply("keystore-password-file");
        return file.isBlank() ? settings.apply("keystore-password") : read(file).strip();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MasterKeyUnusable("The file of the master key, " + file + ", cannot be read.", e);
        }
    }
}
