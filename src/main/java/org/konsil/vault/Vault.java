package org.konsil.vault;

import java.time.Instant;
import org.konsil.kernel.CaseId;

/**
 * Seals and opens personal content with AES-256-GCM under a key of its own per case and controller. The case, the controller and
 * the place where the sealed bytes lie are the associated data. Destroying a key erases everything sealed under it, wherever
 * copies lie.
 *
 * <p>A place is written {@code table.column}, with the row's own id behind a colon where it is known before sealing.
 */
public interface Vault {

    byte[] seal(CaseId caseId, Controller controller, String place, String plain);

    /** @throws ContentErased if the key was destroyed */
    String open(CaseId caseId, Controller controller, String place, byte[] sealed);

    /** Attachments: as {@link #seal} for bytes. */
    byte[] sealBytes(CaseId caseId, Controller controller, String place, byte[] plain);

    byte[] openBytes(CaseId caseId, Controller controller, String place, byte[] sealed);

    /**
     * A keyed fingerprint (HMAC-SHA-256, hexadecimal) by which the same content is recognised again within a scope. The key
     * is the scope's own and can be destroyed with it; a plain hash of personal content would outlive its erasure.
     *
     * @param scope lower-case letters, digits and hyphens: a provider's slug, a network's id
     */
    String fingerprint(String scope, String content);

    /**
     * Destroys the key for good: everything sealed under it is erased, on every node and in every copy. Twice is once. What was
     * derived from the content hears of it by {@link KeyDestroyed}, in the caller's transaction.
     */
    void destroy(CaseId caseId, Controller controller);

    /** Whether the key was destroyed. */
    boolean isDestroyed(CaseId caseId, Controller controller);

    /**
     * The moment from which no backup of the key store holds a copy of this key any more: the certificate of an erasure names it.
     * Of a key that lives still, the moment that would be named if it were destroyed now.
     */
    Instant copiesGoneBy(CaseId caseId, Controller controller);
}
