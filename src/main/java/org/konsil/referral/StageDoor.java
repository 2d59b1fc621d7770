package org.konsil.referral;

import java.util.Map;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Stage;

/** Which stage and state a case enters with each call activity of the process {@code referral}; delivered it is when that is done. */
record StageDoor(Stage stage, CaseState state) {

    private static final Map<String, StageDoor> BY_ELEMENT = Map.of(
            "consent", new StageDoor(Stage.CONSENT, CaseState.AWAITING_CONSENT),
            "domestic", new StageDoor(Stage.DOMESTIC, CaseState.DOMESTIC_REVIEW),
            "routing", new StageDoor(Stage.ROUTING, CaseState.ROUTING),
            "triage", new StageDoor(Stage.TRIAGE, CaseState.TRIAGE),
            "convene", new StageDoor(Stage.CONVENE, CaseState.CONVENING),
            "assess", new StageDoor(Stage.ASSESS, CaseState.ASSESSING),
            "outcome", new StageDoor(Stage.OUTCOME, CaseState.OUTCOME_DRAFT),
            "delivery", new StageDoor(Stage.DELIVER, CaseState.SIGNING),
            "abroad", new StageDoor(Stage.ABROAD, CaseState.TREATMENT_ABROAD),
            "follow-up", new StageDoor(Stage.FOLLOW_UP, CaseState.FOLLOW_UP));

    /** @throws IllegalArgumentException if the drawing has a stage that the case store does not know */
    static StageDoor of(String element) {
        var door = BY_ELEMENT.get(element);
        if (door == null) {
            throw new IllegalArgumentException(
                    "The element '" + element + "' of process 'referral' enters no known stage");
        }
        return door;
    }
}
