package org.konsil.vault;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The key that wraps all others. It comes from outside. While it is changed, more than one is known; each wrapped key says which one
 * wrapped it, and new ones are wrapped by the one in force.
 */
@Component
class MasterKey {

    private static final KeyName CHECK = new KeyName("check");

    private final ConfiguredKeys configured;
    private final MasterFiles files;
    private final Map<String, byte[]> moreLinks;
    private final Map<String, WrappingKey> known = new ConcurrentHashMap<>();

    @Autowired
    MasterKey(Environment environment, KeyFiles keyStore, MasterFiles files) {
        this(ConfiguredKeys.of(environment), files, Map.of());
        check(keyStore);
    }

    private MasterKey(ConfiguredKeys configured, MasterFiles files, Map<String, byte[]> moreLinks) {
        this.configured = configured;
        this.files = files;
        this.moreLinks = moreLinks;
        learn(configured.main());
        configured.other().ifPresent(this::learn);
    }

    /** One that finds its way through the links of a backup too. */
    MasterKey knowing(Map<String, byte[]> links) {
        return new MasterKey(configured, files, links);
    }

    ConfiguredKeys configured() {
        return configured;
    }

    String inForce() {
        return files.inForceOr(configured.main().id());
    }

    byte[] wrap(KeyName name, byte[] plain) {
        return wrap(key(inForce()), name, plain);
    }

    byte[] wrap(WrappingKey by, KeyName name, byte[] plain) {
        return Wrapped.of(by, name.value(), plain).file();
    }

    byte[] unwrap(KeyName name, byte[] file) {
        return unwrap(name.value(), file);
    }

    /** @throws MasterKeyUnusable if neither the settings nor the key store know that master key */
    WrappingKey key(String id) {
        var key = known.get(id);
        if (key == null) {
            var link = Optional.ofNullable(moreLinks.get(id))
                    .or(() -> files.link(id))
                    .orElseThrow(() -> new MasterKeyUnusable(
                            "The key store was made with the master key " + id + ", which the settings do not name."));
            key = new LocalKey(unwrap("master." + id, link));
            learn(key);
        }
        return key;
    }

    private byte[] unwrap(String name, byte[] file) {
        var wrapped = Wrapped.read(name, file);
        return wrapped.by()
                .map(this::key)
                .map(key -> key.unwrap(name, wrapped.content()))
                .orElseGet(() -> ofOld(name, file));
    }

    /** Wrapped before keys said by whom: by one of those that the settings name. */
    private byte[] ofOld(String name, byte[] file) {
        try {
            return configured.main().unwrap(name, file);
        } catch (SealBroken e) {
            return configured.other().orElseThrow(() -> e).unwrap(name, file);
        }
    }

    private void learn(WrappingKey key) {
        known.put(key.id(), key);
    }

    /** A key that does not fit is noticed before anything is sealed under it. */
    private void check(KeyFiles keyStore) {
        try {
            var there = keyStore.read(CHECK);
            there.ifPresent(file -> unwrap(CHECK, file));
            if (there.isEmpty()) {
                keyStore.create(CHECK, wrap(CHECK, new byte[32]));
            }
            key(inForce());
        } catch (SealBroken | MasterKeyUnusable e) {
            throw new MasterKeyUnusable(
                    "The master key is not the one that this installation's key store was made with.", e);
        }
    }
}
