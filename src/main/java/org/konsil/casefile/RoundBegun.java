package org.konsil.casefile;

import org.konsil.kernel.CaseId;

/** A case takes a new round; whatever belongs to the one before ends, in the same transaction. */
public record RoundBegun(CaseId caseId, Round round) {}
