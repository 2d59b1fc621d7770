package org.konsil.rules;

import java.util.Map;
import java.util.Set;
import org.konsil.kernel.CaseId;

/** Supplies the facts on which a decision about a case is taken. Implemented by the module that holds them. */
public interface CaseFacts {

    /** The ids of the DMN decisions that these facts serve. */
    Set<String> decisions();

    /** @return the decision's inputs by name: strings, numbers, booleans, dates, lists and maps of these */
    Map<String, Object> about(CaseId caseId, String decisionId);
}
