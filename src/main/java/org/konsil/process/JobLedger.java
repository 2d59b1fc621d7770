package org.konsil.process;

import java.util.function.Supplier;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;

/** Remembers which jobs are done and what was answered: the same job twice gives the same answer and no second effect. */
public interface JobLedger {

    /**
     * Runs the work once per (case, job) in the caller's transaction and remembers its answer (a record of ids, codes and
     * choices); a repetition gets the remembered answer.
     */
    <T> T once(CaseId caseId, JobId job, Class<T> answer, Supplier<T> work);
}
