package org.konsil.panel;

import java.time.LocalDate;
import java.util.List;
import org.konsil.kernel.Refusal;

/** An expert is away until after the day on which opinions are wanted. */
final class ExpertAway extends Refusal {

    ExpertAway(String name, LocalDate until) {
        super(Kind.INVALID, "panel-expert-away", "An expert is away until " + until, List.of(), name, until);
    }
}
