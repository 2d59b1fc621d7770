package org.konsil.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A wrapped key as it lies in the key store: a format byte, the id of the master key that wrapped it with its length before it, and
 * what that one made.
 *
 * @param by empty in the files of the first installations, which knew one master key only
 */
record Wrapped(Optional<String> by, byte[] content) {

    private static final byte FORMAT = 3;

    static Wrapped of(WrappingKey key, String name, byte[] plain) {
        return new Wrapped(Optional.of(key.id()), key.wrap(name, plain));
    }

    static Wrapped read(String name, byte[] file) {
        if (file.length > 0 && file[0] == Aead.TO_ITS_OWNER) {
            return new Wrapped(Optional.empty(), file);
        }
        if (file.length < 2 || file[0] != FORMAT || file.length < 2 + file[1] || file[1] < 1) {
            throw new SealBroken(name);
        }
        int start = 2 + file[1];
        return new Wrapped(
                Optional.of(new String(file, 2, file[1], StandardCharsets.US_ASCII)),
                Arrays.copyOfRange(file, start, file.length));
    }

    byte[] file() {
        return by.map(id -> id.getBytes(StandardCharsets.US_ASCII))
                .map(id -> ByteBuffer.allocate(2 + id.length + content.length)
                        .put(FORMAT)
                        .put((byte) id.length)
                        .put(id)
                        .put(content)
                        .array())
                .orElse(content);
    }
}
