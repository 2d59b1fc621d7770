package org.konsil.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals as the first installations did, by the JDK alone. */
final class FirstFormat {

    private FirstFormat() {}

    static byte[] seal(byte[] key, String name, String plain) throws GeneralSecurityException {
        return seal(key, name, plain.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] seal(byte[] key, String name, byte[] plain) throws GeneralSecurityException {
        var nonce = Aead.newKey();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce, 0, 12));
        cipher.updateAAD(("konsil:" + name).getBytes(StandardCharsets.UTF_8));
        var sealed = cipher.doFinal(plain);
        return ByteBuffer.allocate(13 + sealed.length)
                .put((byte) 1)
                .put(nonce, 0, 12)
                .put(sealed)
                .array();
    }
}
