package org.konsil.vault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.konsil.kernel.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Seals with the keys of the key store. */
@Component
class KeyedVault implements Vault {

    private final Keys keys;
    private final KeyBackups backups;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeyedVault(Keys keys, KeyBackups backups, ApplicationEventPublisher events, Clock clock) {
        this.keys = keys;
        this.backups = backups;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public byte[] seal(CaseId caseId, Controller controller, String place, String plain) {
        return sealBytes(caseId, controller, place, plain.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String open(CaseId caseId, Controller controller, String place, byte[] sealed) {
        return new String(openBytes(caseId, controller, place, sealed), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] sealBytes(CaseId caseId, Controller controller, String place, byte[] plain) {
        var name = KeyName.of(caseId, controller);
        return held(keys.findOrMake(name), caseId, controller).seal(name.value(), place, plain);
    }

    @Override
    public byte[] openBytes(CaseId caseId, Controller controller, String place, byte[] sealed) {
        var name = KeyName.of(caseId, controller);
        return held(keys.find(name), caseId, controller).open(name.value(), place, sealed);
    }

    @Override
    public String fingerprint(String scope, String content) {
        var key = keys.findOrMake(KeyName.index(scope))
                .orElseThrow(() -> new IllegalStateException("The index of " + scope + " was destroyed"));
        return HexFormat.of().formatHex(key.mac(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void destroy(CaseId caseId, Controller controller) {
        if (!isDestroyed(caseId, controller)) {
            events.publishEvent(new KeyEnding(caseId, controller));
        }
        keys.destroy(KeyName.of(caseId, controller), clock.instant());
        events.publishEvent(new KeyDestroyed(caseId, controller));
    }

    @Override
    public boolean isDestroyed(CaseId caseId, Controller controller) {
        return keys.destroyedAt(KeyName.of(caseId, controller)).isPresent();
    }

    @Override
    public Instant copiesGoneBy(CaseId caseId, Controller controller) {
        var destroyed = keys.destroyedAt(KeyName.of(caseId, controller)).orElseGet(clock::instant);
        return backups.goneBy(destroyed);
    }

    private static Aead held(Optional<Aead> key, CaseId caseId, Controller controller) {
        return key.orElseThrow(() -> new ContentErased(caseId, controller));
    }
}
