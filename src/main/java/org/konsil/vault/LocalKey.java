package org.konsil.vault;

import java.util.Base64;
import java.util.HexFormat;

/** A master key in this program's memory. */
final class LocalKey implements WrappingKey {

    private static final int LENGTH = 32;

    private final byte[] bytes;
    private final Aead aead;

    LocalKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new MasterKeyUnusable("The master key has " + bytes.length + " bytes instead of 32.");
        }
        this.bytes = bytes.clone();
        this.aead = new Aead(bytes);
    }

    static LocalKey written(String text) {
        try {
            return new LocalKey(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            throw new MasterKeyUnusable("The master key is not written in Base64.", e);
        }
    }

    @Override
    public String id() {
        return "local-"
                + HexFormat.of()
                        .formatHex(
                                aead.mac("konsil master key".getBytes(java.nio.charset.StandardCharsets.UTF_8)), 0, 8);
    }

    @Override
    public byte[] wrap(String name, byte[] key) {
        return aead.seal(name, "keys", key);
    }

    @Override
    public byte[] unwrap(String name, byte[] wrapped) {
        return aead.open(name, "keys", wrapped);
    }

    /** For a link from the master key before it; it leaves this house wrapped only. */
    byte[] bytes() {
        return bytes.clone();
    }
}
