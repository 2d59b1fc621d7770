package org.konsil.vault;

/**
 * A master key as the key store uses it: it wraps other keys and is never handed out. A key management service stands behind this face
 * as well as a key in memory.
 */
public interface WrappingKey {

    /** Tells one master key from another without telling the key: letters, digits, full stops and hyphens, up to 100. */
    String id();

    /** @param name of the key that is wrapped; authenticated with it */
    byte[] wrap(String name, byte[] key);

    /** @throws RuntimeException if it was wrapped by another key or for another name, or if nobody answers */
    byte[] unwrap(String name, byte[] wrapped);
}
