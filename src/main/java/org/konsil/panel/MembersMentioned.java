package org.konsil.panel;

import java.util.List;
import java.util.UUID;
import org.konsil.kernel.CaseId;

/** A message names members of the panel, who are to be told that it is there, and nothing of what it says. */
public record MembersMentioned(CaseId caseId, UUID message, List<String> members, String by) {}
