package org.konsil.panel;

import org.konsil.absences.MakesPlace;
import org.konsil.access.Person;
import org.konsil.casefile.CaseRounds;
import org.springframework.stereotype.Component;

/** Whoever cannot give an opinion in time any more makes place at once. */
@Component
class AbsentExperts implements MakesPlace {

    private final CaseRounds rounds;
    private final InvitationRows invitations;
    private final PanelRows panels;
    private final Availability availability;
    private final Replacements replacements;

    AbsentExperts(
            CaseRounds rounds,
            InvitationRows invitations,
            PanelRows panels,
            Availability availability,
            Replacements replacements) {
        this.rounds = rounds;
        this.invitations = invitations;
        this.panels = panels;
        this.availability = availability;
        this.replacements = replacements;
    }

    /** @return on how many panels another expert is asked */
    @Override
    public int makePlace(String absent, Person by) {
        var cases = invitations.awaited(absent).stream()
                .filter(one ->
                        availability.of(absent, panels.get(one.panelId()).opinionDue()) == Availability.Standing.AWAY)
                .map(Invitation::caseId)
                .toList();
        rounds.hold(cases);
        cases.forEach(caseId -> replacements.dropOut(caseId, absent, by.actor()));
        return cases.size();
    }
}
