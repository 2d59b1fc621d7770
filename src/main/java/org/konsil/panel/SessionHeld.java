package org.konsil.panel;

import java.util.UUID;
import org.konsil.kernel.CaseId;

/** The minutes of a session in which the panel spoke about the case are kept. */
public record SessionHeld(CaseId caseId, UUID session) {}
