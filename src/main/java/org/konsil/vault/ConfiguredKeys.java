package org.konsil.vault;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The master keys that the settings name.
 *
 * @param other while a master key is changed, the one to come; for a backup of old, the one that was
 */
record ConfiguredKeys(WrappingKey main, Optional<WrappingKey> other) {

    private static final byte[] DEVELOPMENT = "a key for demonstration only ...".getBytes(StandardCharsets.US_ASCII);

    /** Only a demonstration and tests have a master key that everybody knows. */
    static ConfiguredKeys of(Environment environment) {
        var main = find(settings(environment, "konsil.vault.")).or(() -> development(environment));
        return new ConfiguredKeys(
                main.orElseThrow(() -> new MasterKeyUnusable(
                        "There is no master key, and without one no patient's data can be sealed.")),
                find(settings(environment, "konsil.vault.other.")));
    }

    private static Optional<WrappingKey> find(UnaryOperator<String> settings) {
        var kms = settings.apply("kms");
        var meant = all().filter(
                        kms.isBlank()
                                ? it -> it.isMeant(settings)
                                : it -> it.name().equals(kms))
                .toList();
        if (meant.size() > 1) {
            throw new MasterKeyUnusable(
                    "The master key is set in more than one way: %s. Set one, or say which with konsil.vault.kms."
                            .formatted(String.join(
                                    ", ",
                                    meant.stream().map(KeyManagement::name).toList())));
        }
        if (meant.isEmpty() && !kms.isBlank()) {
            throw new MasterKeyUnusable("No key management of the name " + kms + " is on the class path.");
        }
        return meant.stream().findFirst().map(it -> it.open(settings));
    }

    private static Stream<KeyManagement> all() {
        var others =
                StreamSupport.stream(ServiceLoader.load(KeyManagement.class).spliterator(), false);
        return Stream.concat(LocalKeys.ALL.stream(), others);
    }

    private static UnaryOperator<String> settings(Environment environment, String prefix) {
        return name -> environment.getProperty(prefix + name, "");
    }

    private static Optional<WrappingKey> development(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo | test"))
                ? Optional.of(new LocalKey(DEVELOPMENT))
                : Optional.empty();
    }
}
