package org.konsil.process;

import org.konsil.kernel.CaseId;

/** A person's answer came too late: the engine had cancelled the task before it arrived. Published in the relay's transaction. */
public record AnswerSuperseded(CaseId caseId, long taskKey) {}
