package org.konsil.panel;

import java.util.List;
import org.konsil.kernel.Refusal;

/** An expert was chosen in whom a conflict of interest is known in this case. */
final class ExpertInConflict extends Refusal {

    ExpertInConflict(String name) {
        super(Kind.INVALID, "panel-expert-conflict", "A conflict of interest is known", List.of(), name);
    }
}
