package org.konsil.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The key that wraps all others. It comes from outside; only a demonstration and tests have one that everybody knows. */
@Component
class MasterKey {

    private static final byte[] DEVELOPMENT = "a key for demonstration only ...".getBytes(StandardCharsets.US_ASCII);

    private static final KeyName CHECK = new KeyName("check");

    private final SecretKey key;

    MasterKey(
            Environment environment,
            @Value("${konsil.vault.master-key:}") String text,
            @Value("${konsil.vault.master-key-file:}") String file,
            KeyFiles keyStore) {
        this.key = Aead.key(find(environment, text, file));
        check(keyStore);
    }

    /** A key that does not fit is noticed before anything is sealed under it. */
    private void check(KeyFiles keyStore) {
        keyStore.create(CHECK, wrap(CHECK, new byte[32]));
        try {
            unwrap(CHECK, keyStore.read(CHECK).orElseThrow());
        } catch (SealBroken e) {
            throw new MasterKeyUnusable(
                    "The master key is not the one that this installation's key store was made with.", e);
        }
    }

    byte[] wrap(KeyName name, byte[] plain) {
        return Aead.seal(key, name.value(), plain);
    }

    byte[] unwrap(KeyName name, byte[] wrapped) {
        return Aead.open(key, name.value(), wrapped);
    }

    private static byte[] find(Environment environment, String text, String file) {
        if (!text.isBlank()) {
            return decode(text);
        }
        if (!file.isBlank()) {
            return decode(read(Path.of(file)));
        }
        if (environment.acceptsProfiles(Profiles.of("demo | test"))) {
            return DEVELOPMENT;
        }
        throw new MasterKeyUnusable("There is no master key, and without one no patient's data can be sealed.");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new MasterKeyUnusable("The file of the master key, " + file + ", cannot be read.", e);
        }
    }

    private static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new MasterKeyUnusable("The master key is not written in Base64.", e);
        }
        if (bytes.length != 32) {
            throw new MasterKeyUnusable("The master key has " + bytes.length + " bytes instead of 32.");
        }
        return bytes;
    }
}
