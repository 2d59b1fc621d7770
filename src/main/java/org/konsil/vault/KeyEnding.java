package org.konsil.vault;

import org.konsil.kernel.CaseId;

/**
 * A case's key is about to be destroyed. Whoever counts what the content says, without keeping any of it, counts now: afterwards nobody
 * can. Said within the transaction that destroys it.
 */
public record KeyEnding(CaseId caseId, Controller controller) {}
