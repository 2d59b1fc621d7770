package org.konsil.access;

import java.util.Optional;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** Knows which case an address means that names something else: a task. One bean for each such variable. */
public interface NamesCase {

    /** The variable in the address: {@code taskKey}. */
    String variable();

    /** Empty if there is no such thing. */
    Optional<CaseId> caseOf(String value);

    /** What is said to those who may not know of the case: the same as if there were no such thing, and nothing of the case. */
    Refusal unknown(String value);
}
