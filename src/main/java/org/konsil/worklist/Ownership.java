package org.konsil.worklist;

import java.util.Set;
import org.konsil.kernel.Stage;
import org.konsil.vault.Controller;

/** Whose datum an answer is: the network's where its panel works, else the home provider's. */
final class Ownership {

    private static final Set<String> PANEL_ROLES = Set.of("dispatcher", "coordinator", "lead", "expert", "guest");
    private static final Set<Stage> PANEL_STAGES = Set.of(Stage.TRIAGE, Stage.CONVENE, Stage.ASSESS, Stage.OUTCOME);

    private Ownership() {}

    /** By the groups that may work it; for work with one named person and no group, by the stage of the case. */
    static Controller of(WorkItem item) {
        var isPanel = item.candidates().isEmpty() ? PANEL_STAGES.contains(item.stage()) : item.isForRole(PANEL_ROLES);
        return isPanel ? Controller.NETWORK : Controller.HOME;
    }
}
