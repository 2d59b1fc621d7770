package org.konsil.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key for AES-256-GCM (NIST SP 800-38D) by Google Tink, with a random nonce of 96 bits: format byte, nonce, ciphertext, tag of
 * 128 bits. Whose it is and where it lies are authenticated with it, so that nothing can be put in another's place.
 */
final class Aead {

    /** Bound to the name of the key only, as the first installations sealed; opened still, made no more. */
    static final byte TO_ITS_OWNER = 1;

    static final byte TO_ITS_PLACE = 2;

    private static final int LENGTH = 32;
    private static final int NONCE_AND_TAG = 12 + 16;

    private final byte[] key;
    private final AesGcmJce cipher;

    Aead(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("A key has 32 bytes");
        }
        this.key = key.clone();
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No AES-256-GCM here", e);
        }
    }

    static byte[] newKey() {
        return Random.randBytes(LENGTH);
    }

    byte[] seal(String name, String place, byte[] plain) {
        try {
            return prefixed(TO_ITS_PLACE, cipher.encrypt(plain, bound(name, place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /** @throws SealBroken if the bytes were changed, belong to another name or place, or were sealed under another key */
    byte[] open(String name, String place, byte[] sealed) {
        if (sealed.length < 1 + NONCE_AND_TAG) {
            throw new SealBroken(name);
        }
        var associated =
                switch (sealed[0]) {
                    case TO_ITS_PLACE -> bound(name, place);
                    case TO_ITS_OWNER -> bytes("konsil:" + name);
                    default -> throw new SealBroken(name);
                };
        try {
            return cipher.decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), associated);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(name, e);
        }
    }

    /** HMAC-SHA-256 (RFC 2104) under this key. */
    byte[] mac(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No HMAC-SHA-256 here", e);
        }
    }

    private static byte[] bound(String name, String place) {
        return bytes("konsil:" + name + "\n" + place);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] prefixed(byte format, byte[] sealed) {
        var whole = new byte[1 + sealed.length];
        whole[0] = format;
        System.arraycopy(sealed, 0, whole, 1, sealed.length);
        return whole;
    }
}
