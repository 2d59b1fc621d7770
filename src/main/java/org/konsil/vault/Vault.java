package org.konsil.vault;

import org.konsil.kernel.CaseId;

/**
 * Seals and opens personal content with AES-256-GCM under a key of its own per case and controller; the case's id is the
 * associated data. Destroying a key erases everything sealed under it, wherever copies lie.
 */
public interface Vault {

    byte[] seal(CaseId caseId, Controller controller, String plain);

    /** @throws ContentErased if the key was destroyed */
    String open(CaseId caseId, Controller controller, byte[] sealed);

    /** Attachments: as {@link #seal(CaseId, Controller, String)} for bytes. */
    byte[] sealBytes(CaseId caseId, Controller controller, byte[] plain);

    byte[] openBytes(CaseId caseId, Controller controller, byte[] sealed);

    /**
     * A keyed fingerprint (HMAC-SHA-256, hexadecimal) by which the same content is recognised again within a scope. The key
     * is the scope's own and can be destroyed with it; a plain hash of personal content would outlive its erasure.
     *
     * @param scope lower-case letters, digits and hyphens: a provider's slug, a network's id
     */
    String fingerprint(String scope, String content);

    /** Destroys the key for good: everything sealed under it is erased, on every node and in every copy. Twice is once. */
    void destroy(CaseId caseId, Controller controller);
}
