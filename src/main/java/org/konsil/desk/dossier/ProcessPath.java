package org.konsil.desk.dossier;

import java.util.List;
import org.konsil.process.CaseProcess;

/**
 * The path of a case through one process, for the diagram and for those who read it as text.
 *
 * @param about what its drawing says of it: its rules, its source, its owner; empty if it says nothing
 * @param standsAt names of the elements where it stands
 * @param passed names of those that it has passed
 */
public record ProcessPath(CaseProcess process, String about, List<String> standsAt, List<String> passed) {

    /** Ids for the diagram, a comma between them. */
    public String active() {
        return String.join(",", process.activeElements());
    }

    public String done() {
        return String.join(",", process.completedElements());
    }
}
