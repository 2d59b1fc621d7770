package org.konsil.panel;

import org.konsil.kernel.CaseId;

/** A conflict of interest was found late: the expert's opinion does not count any more. */
public record ExpertExcluded(CaseId caseId, String expert) {}
