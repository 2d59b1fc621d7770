package org.konsil.decisions;

/** No module holds the facts for this decision: a process names a decision that nobody serves. */
final class NoFacts extends IllegalStateException {

    NoFacts(String decisionId) {
        super("No module brings facts for the decision '" + decisionId + "'");
    }
}
