package org.konsil.casefile;

import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/** Another hospital is the home provider from now on; told in the transaction in which it becomes so. */
public record ProviderChanged(CaseId caseId, Actor by) {}
