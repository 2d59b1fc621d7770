package org.konsil.rules;

/**
 * A rule cannot be decided: it is unknown, its file cannot be read, or its evaluation failed. Not a refusal, because no
 * patient's case is wrong: a process owner has to mend the DMN file, and the job is then tried again.
 *
 * <p>The message names decision, cause and remedy, and holds no fact of the case; what the evaluator said, which may
 * quote facts, is kept apart in {@link #detail()}.
 */
public class RuleFailed extends RuntimeException {

    private final String decisionId;
    private final String detail;

    RuleFailed(String decisionId, String why, String remedy) {
        this(decisionId, why, remedy, "");
    }

    RuleFailed(String decisionId, String why, String remedy, String detail) {
        super("The decision '" + decisionId + "' " + why + ": " + remedy + ".");
        this.decisionId = decisionId;
        this.detail = detail;
    }

    public String decisionId() {
        return decisionId;
    }

    /** The evaluator's own words; may quote clinical facts, so never log them or send them to the engine. */
    public String detail() {
        return detail;
    }
}
