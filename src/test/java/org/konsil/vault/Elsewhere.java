package org.konsil.vault;

import java.util.function.UnaryOperator;

/** A key management service at the world's edge: its key never leaves it. */
public final class Elsewhere implements KeyManagement {

    private static final Aead INSIDE = new Aead(Aead.newKey());

    @Override
    public String name() {
        return "elsewhere";
    }

    @Override
    public boolean isMeant(UnaryOperator<String> settings) {
        return false;
    }

    @Override
    public WrappingKey open(UnaryOperator<String> settings) {
        return new WrappingKey() {
            @Override
            public String id() {
                return "elsewhere.1";
            }

            @Override
            public byte[] wrap(String name, byte[] key) {
                return INSIDE.seal(name, "there", key);
            }

            @Override
            public byte[] unwrap(String name, byte[] wrapped) {
                return INSIDE.open(name, "there", wrapped);
            }
        };
    }
}
