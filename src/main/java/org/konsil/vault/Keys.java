package org.konsil.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** The keys of the key store, unwrapped. A key is remembered for minutes only, so that every node notices a destroyed one. */
@Component
class Keys {

    private final KeyFiles files;
    private final MasterKey master;
    private final Cache<KeyName, SecretKey> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    Keys(KeyFiles files, MasterKey master) {
        this.files = files;
        this.master = master;
    }

    /** The key of that name; empty if there is none or if it was destroyed. */
    Optional<SecretKey> find(KeyName name) {
        var key = Optional.ofNullable(known.getIfPresent(name));
        if (key.isEmpty()) {
            key = read(name);
            key.ifPresent(found -> known.put(name, found));
        }
        return key;
    }

    /** The key of that name; durable before it is returned. Empty if it was destroyed: there will be no other. */
    Optional<SecretKey> findOrMake(KeyName name) {
        return find(name).or(() -> {
            if (files.isDestroyed(name)) {
                return Optional.empty();
            }
            files.create(name, master.wrap(name, Aead.newKey()));
            return find(name);
        });
    }

    void destroy(KeyName name) {
        files.destroy(name);
        known.invalidate(name);
    }

    private Optional<SecretKey> read(KeyName name) {
        return files.read(name)
                .filter(wrapped -> !files.isDestroyed(name))
                .map(wrapped -> Aead.key(master.unwrap(name, wrapped)));
    }
}
