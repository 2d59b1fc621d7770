package org.konsil.rights;

import org.konsil.casefile.RoundBegun;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case that is re-opened is kept at least until it is closed again: only then is its retention reckoned anew. */
@Component
class TakenUpAgain {

    private final RetentionRows rows;

    TakenUpAgain(RetentionRows rows) {
        this.rows = rows;
    }

    @EventListener
    void on(RoundBegun event) {
        if (event.round().closedAs() != null) {
            rows.forget(event.caseId());
        }
    }
}
