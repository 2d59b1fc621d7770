package org.konsil.panel;

import java.time.Instant;
import org.konsil.kernel.CaseId;

/**
 * A panel that discusses its case.
 *
 * @param since when it was convened
 * @param opinions how many count so far
 */
public record PanelAtWork(CaseId caseId, Instant since, int opinions, int quorum, boolean hasLead) {}
