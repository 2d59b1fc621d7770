package org.konsil.access;

import org.konsil.kernel.CaseId;

/**
 * Other people stand to the case than before, in the transaction that says so. For whoever keeps what is derived from the grants; who may
 * see what is asked of {@link Access} at the moment of reading all the same.
 */
public record GrantsChanged(CaseId caseId) {}
