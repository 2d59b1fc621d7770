package org.konsil.audit;

import java.util.List;
import java.util.Optional;
import org.konsil.kernel.CaseId;

/** The history. Entries are written in the transaction of the change that they tell of; nothing is ever updated or deleted. */
public interface Audit {

    /** Writes in the caller's transaction, which must be open. */
    void record(Entry entry);

    /** As {@link #record(Entry)}, with personal content that belongs to it, sealed by the vault for the place {@code audit_event.sealed}; the chain holds the ciphertext's hash. */
    void record(Entry entry, byte[] sealed);

    /** Writes in a transaction of its own: for refusals and failures, whose own transaction rolls back, and for reads. */
    void recordApart(Entry entry);

    /** All entries of a case, oldest first. */
    List<Recorded> history(CaseId caseId);

    /** The sealed content of an entry, for whoever holds the right to open it; empty if it has none. */
    Optional<byte[]> sealed(long id);
}
