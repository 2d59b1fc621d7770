package org.konsil.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The keys of the key store, unwrapped. None is remembered past a destruction, whichever node was asked for it. */
@Component
class Keys {

    private final KeyFiles files;
    private final Destroyed destroyed;
    private final MasterKey master;
    private final Cache<KeyName, Aead> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();
    private volatile long destructions;

    Keys(KeyFiles files, Destroyed destroyed, MasterKey master) {
        this.files = files;
        this.destroyed = destroyed;
        this.master = master;
        this.destructions = destroyed.size();
    }

    /** The key of that name; empty if there is none or if it was destroyed. */
    Optional<Aead> find(KeyName name) {
        forgetDestroyed();
        var key = Optional.ofNullable(known.getIfPresent(name));
        if (key.isEmpty()) {
            key = read(name);
            key.ifPresent(found -> known.put(name, found));
            // destroyed while it was being read
            if (destroyed.at(name).isPresent()) {
                known.invalidate(name);
                return Optional.empty();
            }
        }
        return key;
    }

    /** The key of that name; durable before it is returned. Empty if it was destroyed: there will be no other. */
    Optional<Aead> findOrMake(KeyName name) {
        return find(name).or(() -> {
            if (destroyed.at(name).isPresent()) {
                return Optional.empty();
            }
            files.create(name, master.wrap(name, Aead.newKey()));
            return find(name);
        });
    }

    void destroy(KeyName name, Instant at) {
        files.destroy(name, at);
        known.invalidate(name);
    }

    Optional<Instant> destroyedAt(KeyName name) {
        return destroyed.at(name);
    }

    private void forgetDestroyed() {
        long now = destroyed.size();
        if (now != destructions) {
            known.invalidateAll();
            destructions = now;
        }
    }

    private Optional<Aead> read(KeyName name) {
        return files.read(name)
                .filter(wrapped -> destroyed.at(name).isEmpty())
                .map(wrapped -> new Aead(master.unwrap(name, wrapped)));
    }
}
