package org.konsil.audit;

import java.util.List;
import org.konsil.kernel.CaseId;

/** The history. Entries are written in the transaction of the change that they tell of; nothing is ever updated or deleted. */
public interface Audit {

    /** Writes in the caller's transaction, which must be open. */
    void record(Entry entry);

    /** Writes in a transaction of its own: for refusals and failures, whose own transaction rolls back, and for reads. */
    void recordApart(Entry entry);

    /** All entries of a case, oldest first. */
    List<Recorded> history(CaseId caseId);
}
