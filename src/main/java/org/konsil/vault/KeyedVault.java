package org.konsil.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Seals with the keys of the key store. */
@Component
class KeyedVault implements Vault {

    private final Keys keys;

    KeyedVault(Keys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] seal(CaseId caseId, Controller controller, String plain) {
        return sealBytes(caseId, controller, plain.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String open(CaseId caseId, Controller controller, byte[] sealed) {
        return new String(openBytes(caseId, controller, sealed), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] sealBytes(CaseId caseId, Controller controller, byte[] plain) {
        var name = KeyName.of(caseId, controller);
        return Aead.seal(held(keys.findOrMake(name), caseId, controller), name.value(), plain);
    }

    @Override
    public byte[] openBytes(CaseId caseId, Controller controller, byte[] sealed) {
        var name = KeyName.of(caseId, controller);
        return Aead.open(held(keys.find(name), caseId, controller), name.value(), sealed);
    }

    @Override
    public String fingerprint(String scope, String content) {
        var key = keys.findOrMake(KeyName.index(scope))
                .orElseThrow(() -> new IllegalStateException("The index of " + scope + " was destroyed"));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No HMAC-SHA-256 here", e);
        }
    }

    @Override
    public void destroy(CaseId caseId, Controller controller) {
        keys.destroy(KeyName.of(caseId, controller));
    }

    private static SecretKey held(Optional<SecretKey> key, CaseId caseId, Controller controller) {
        return key.orElseThrow(() -> new ContentErased(caseId, controller));
    }
}
