package org.konsil.panel;

import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.springframework.stereotype.Component;

/** Who looks after a panel at work: the coordinator of its network, and its lead. */
@Component
class Carers {

    private final Panels panels;

    Carers(Panels panels) {
        this.panels = panels;
    }

    boolean isOne(CaseId caseId, Person person) {
        return panels.of(caseId)
                .filter(panel -> !panel.isOver())
                .filter(panel -> panel.lead().equals(person.userId())
                        || person.isIn(new Group("coordinator", panel.network().value())))
                .isPresent();
    }

    /** @throws NotTheCoordinator for anybody else */
    void require(CaseId caseId, Person person) {
        if (!isOne(caseId, person)) {
            throw new NotTheCoordinator(caseId);
        }
    }
}
