package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Checks a signed document as somebody outside would: with nothing but the file. */
final class Signed {

    private Signed() {}

    static boolean holds(JsonNode file) {
        try {
            var key =
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes(file, "publicKey")));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(file.path("document").asText().getBytes(StandardCharsets.UTF_8));
            return signature.verify(bytes(file, "signature"));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(JsonNode file, String field) {
        return Base64.getDecoder().decode(file.path(field).asText());
    }
}
