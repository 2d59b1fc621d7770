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
}
