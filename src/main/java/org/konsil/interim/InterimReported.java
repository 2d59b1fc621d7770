package org.konsil.interim;

import org.konsil.kernel.CaseId;

/**
 * The home clinician was told something on the way, in the transaction that wrote it.
 *
 * @param number of the report, from 1
 */
public record InterimReported(CaseId caseId, int number) {}
