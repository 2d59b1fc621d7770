package org.konsil.process;

import org.konsil.kernel.CaseId;

/** Keeps others from changing a case until the transaction ends, so that all who change it do so one after the other. */
public interface CaseHold {

    /** Needs a transaction. A case that is unknown is none to wait for. */
    void hold(CaseId caseId);
}
