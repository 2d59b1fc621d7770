package org.konsil.vault;

import org.konsil.kernel.CaseId;

/**
 * A case's key was destroyed, now or, as a restore brought back older tables, some time ago. Whoever keeps something that was derived
 * from the content (an index, a fingerprint, a copy in memory) removes it. Said within a transaction; may be said again.
 */
public record KeyDestroyed(CaseId caseId, Controller controller) {}
