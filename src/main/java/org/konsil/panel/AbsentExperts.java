package org.konsil.panel;

import java.util.Comparator;
import java.util.List;
import org.konsil.absences.MakesPlace;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.process.CaseHold;
import org.springframework.stereotype.Component;

/** Whoever cannot give an opinion in time any more makes place at once. */
@Component
class AbsentExperts implements MakesPlace {

    private final CaseHold holding;
    private final InvitationRows invitations;
    private final PanelRows panels;
    private final Availability availability;
    private final Replacements replacements;

    AbsentExperts(
            CaseHold holding,
            InvitationRows invitations,
            PanelRows panels,
            Availability availability,
            Replacements replacements) {
        this.holding = holding;
        this.invitations = invitations;
        this.panels = panels;
        this.availability = availability;
        this.replacements = replacements;
    }

    /** @return on how many panels another expert is asked */
    @Override
    public int makePlace(String absent, Person by) {
        var held = late(absent);
        // always in the same order, so that two who hold several do not wait for each other
        held.stream().sorted(Comparator.comparing(CaseId::value)).forEach(holding::hold);
        // read again: an opinion may have come, or the panel have ended, before the case was held
        var cases = late(absent).stream().filter(held::contains).toList();
        cases.forEach(caseId -> replacements.dropOut(caseId, absent, by.actor()));
        return cases.size();
    }

    /** Where something is awaited of the person that cannot come in time. */
    private List<CaseId> late(String absent) {
        return invitations.awaited(absent).stream()
                .filter(one ->
                        availability.of(absent, panels.get(one.panelId()).opinionDue()) == Availability.Standing.AWAY)
                .map(Invitation::caseId)
                .toList();
    }
}
