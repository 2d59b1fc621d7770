package org.konsil.panel;

import java.util.List;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.springframework.stereotype.Component;

/** Who takes part in a panel's discussion: its lead, the experts who accepted, and the network's coordinators. */
@Component
class Members {

    private final Panels panels;
    private final Access access;

    Members(Panels panels, Access access) {
        this.panels = panels;
        this.access = access;
    }

    /** User ids, the lead first; empty where there is no panel. */
    List<String> of(CaseId caseId) {
        return panels.of(caseId).stream()
                .flatMap(panel -> Stream.of(
                                Stream.of(panel.lead()),
                                panels.invitations(caseId).stream()
                                        .filter(Invitation::takesPart)
                                        .map(Invitation::expert),
                                access
                                        .holders(new Group(
                                                "coordinator", panel.network().value()))
                                        .stream()
                                        .map(Person::userId))
                        .flatMap(it -> it))
                .distinct()
                .toList();
    }
}
