package org.konsil.audit;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * One link of the chain: the SHA-256 over the canonical JSON (RFC 8785) of the entry, its place in the chain and the
 * previous link's hash. Whoever changes, removes or reorders an entry breaks every link after it.
 */
record Link(long seq, long eventId, String previousHash, String hash) {

    static Link over(long seq, String previousHash, AuditRow row) {
        return new Link(seq, row.id(), previousHash, sha256(canonical(seq, previousHash, row)));
    }

    static String canonicalText(long seq, String previousHash, AuditRow row) {
        return new String(canonical(seq, previousHash, row), java.nio.charset.StandardCharsets.UTF_8);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("No SHA-256 here", e);
        }
    }

    private static byte[] canonical(long seq, String previousHash, AuditRow row) {
        var members = new TreeMap<>(row.members());
        members.put("seq", seq);
        members.put("previousHash", previousHash);
        try {
            return new JsonCanonicalizer(AuditRow.write(members)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException("An entry has no canonical form", e);
        }
    }
}
