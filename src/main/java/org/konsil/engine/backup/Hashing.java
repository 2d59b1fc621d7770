package org.konsil.engine.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what passes by. */
final class Hashing {

    private final MessageDigest digest = sha256();
    private long bytes;

    MessageDigest digest() {
        return digest;
    }

    long bytes() {
        return bytes;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    void update(byte[] buffer, int from, int length) {
        digest.update(buffer, from, length);
        bytes += length;
    }

    /** What is written passes on to the other; closing closes nothing. */
    OutputStream over(OutputStream other) {
        return new FilterOutputStream(other) {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int from, int length) throws IOException {
                out.write(buffer, from, length);
                update(buffer, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
