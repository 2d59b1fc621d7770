package org.konsil.panel;

import java.util.UUID;
import org.konsil.kernel.CaseId;

/** The coordinator or the lead has reminded an expert of an invitation, or of an opinion; to be told to that expert, without a word on the case. */
public record ExpertReminded(CaseId caseId, UUID invitation, String expert, boolean hasAccepted) {}
