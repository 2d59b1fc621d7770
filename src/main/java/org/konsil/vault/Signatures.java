package org.konsil.vault;

/** The installation's own signature (Ed25519, RFC 8032), under which exports of the history leave the house. */
public interface Signatures {

    byte[] sign(byte[] content);

    boolean verify(byte[] content, byte[] signature);

    /** The public key as X.509 SubjectPublicKeyInfo, for whoever checks. */
    byte[] publicKey();
}
