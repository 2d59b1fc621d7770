package org.konsil.casefile;

import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/** A case has a network, or another than before. Published in the transaction that says so. */
public record NetworkChosen(CaseId caseId, Actor by) {}
