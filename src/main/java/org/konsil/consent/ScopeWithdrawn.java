package org.konsil.consent;

import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/** A scope of the consent was withdrawn; published in the transaction of the withdrawal. */
public record ScopeWithdrawn(CaseId caseId, Scope scope, Actor by) {}
