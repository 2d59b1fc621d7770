package org.konsil.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a few minutes which password fitted which hash, so that HTTP Basic does not pay a slow hash for every call.
 * What is remembered is a keyed hash of both under a key that dies with this process; a changed password is another hash.
 */
class RememberingEncoder implements PasswordEncoder {

    private final PasswordEncoder slow;
    private final SecretKeySpec key;
    private final Cache<String, Boolean> fitted = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    RememberingEncoder(PasswordEncoder slow) {
        this.slow = slow;
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    @Override
    public String encode(CharSequence raw) {
        return slow.encode(raw);
    }

    @Override
    public boolean matches(CharSequence raw, String encoded) {
        var pair = keyed(encoded + '\n' + raw);
        if (fitted.getIfPresent(pair) != null) {
            return true;
        }
        var fits = slow.matches(raw, encoded);
        if (fits) {
            fitted.put(pair, true);
        }
        return fits;
    }

    private String keyed(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No HMAC-SHA-256 here", e);
        }
    }
}
